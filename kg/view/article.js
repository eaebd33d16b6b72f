// The article on the left: its words lead to facts, and facts light up their words.
let shown = -1;
let segments = new Map();

const showArticle = (number) => {
  if (number === shown || !data.articles[number]) return;
  shown = number;
  segments = new Map();
  const { title, byline, url, paragraphs } = data.articles[number];
  const parts = [];
  let headed = false;
  for (const [kind, first, ...texts] of paragraphs) {
    if (kind === "head" && headed) continue;
    parts.push(make(kind === "head" ? "h2" : "p", { class: kind }, ...texts.map((text, at) => toSegment(number, first + at, text))));
    if (kind === "head") headed = true;
  }
  const by = make("p", { class: "byline" }, toDay(byline));
  if (url) by.append(byline ? " · " : "", make("a", { href: url, rel: "noopener noreferrer", target: "_blank" }, "original"));
  const last = parts.findLastIndex((part) => part.classList.contains("by") || part.classList.contains("head"));
  if (byline || url) parts.splice(last + 1, 0, by);
  if (!headed) parts.unshift(make("h2", { class: "head" }, title));
  get("article").replaceChildren(...parts);
  get("articles").value = String(number);
  const first = get("article").querySelector(".word");
  if (first) first.tabIndex = 0;
};

/** "2025-10-14" as a reader says it. */
const toDay = (words) => words.replace(/\b(\d{4})-(\d\d)-(\d\d)(T\S*)?/, (_, year, month, day) => `${Number(day)} ${MONTHS[month - 1] || month} ${year}`);
const MONTHS = "January February March April May June July August September October November December".split(" ");

const toSegment = (article, number, text) => {
  const words = wordsAt[article].get(number) || [];
  const named = words.find((word) => word.node >= 0 && word.kind !== "trigger" && nodes[word.node].kind === "entity");
  const classes = ["seg"];
  if (words.some((word) => word.kind !== "quote")) classes.push("word");
  if (named) classes.push("thing", nodes[named.node].family);
  else if (words.some((word) => word.kind === "trigger")) classes.push("trigger");
  const isWord = classes.includes("word") && text.trim();
  const element = make("span", { class: classes.join(" "), ...(isWord && { role: "button", tabindex: "-1" }) }, text);
  element.dataset.segment = number;
  segments.set(number, element);
  return element;
};

const unlight = () => {
  for (const element of get("article").querySelectorAll(".lit, .lit-words, .lit-trigger")) element.classList.remove("lit", "lit-words", "lit-trigger");
};
/** Light up the words that name an entity. */
const lightNames = (node, scroll) => {
  unlight();
  const found = (number) => [...(wordsAt[number] || [])].filter(([, words]) => words.some((word) => word.node === node && word.kind !== "trigger"));
  const away = data.articles.findIndex((_, number) => found(number).length);
  if (scroll && scope === null && away >= 0 && !found(shown).length) showArticle(away);
  const lit = shown < 0 ? [] : found(shown).map(([segment]) => segment).sort((a, b) => a - b);
  for (const segment of lit) segments.get(segment)?.classList.add("lit-words");
  if (scroll && lit.length) scrollTo(segments.get(lit[0]));
};
/** Light up the sentences of some facts, and in them the words that say each. */
const light = (ids, scroll) => {
  unlight();
  const marks = ids.flatMap((id) => facts[id].marks || []).filter((told) => told.sentence);
  if (scroll && marks.length && !marks.some((told) => told.article === shown)) showArticle(marks[0].article);
  for (const told of marks.filter((one) => one.article === shown)) {
    for (let at = told.sentence[0]; at < told.sentence[1]; at++) segments.get(at)?.classList.add("lit");
    for (const [first, last, kind] of told.words || []) {
      for (let at = first; at < last; at++) segments.get(at)?.classList.add(kind === "trigger" ? "lit-trigger" : "lit-words");
    }
  }
  if (scroll) {
    const first = get("article").querySelector(".lit");
    if (first) scrollTo(first);
  }
};
const scrollTo = (element) => {
  const box = get("text").getBoundingClientRect();
  const place = element.getBoundingClientRect();
  if (place.top > box.top + 20 && place.bottom < box.bottom - 60) return;
  get("text").scrollTo({ top: get("text").scrollTop + place.top - box.top - box.height / 3, behavior: still.matches ? "auto" : "smooth" });
};

