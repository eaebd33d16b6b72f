// The panel: what is known of a node, of some facts, of words; each fact with the very sentences.
const nameOf = (node) => make("a", {
  href: `#node=${encodeURIComponent(nodes[node].iri)}`, class: `node ${nodes[node].family}`,
  onclick: (event) => { event.preventDefault(); select({ node }, true); },
}, nodes[node].label);
const badge = (stance) => (stance === "asserted" ? null : make("span", { class: `badge ${stance}` }, stance));
const toPart = (part) => (part.n !== undefined ? nameOf(part.n) : make("span", {}, part.t, ...(part.note ? [make("span", { class: "note" }, ` (${part.note})`)] : [])));
const outLink = (href, ...words) => make("a", { href, rel: "noopener noreferrer", target: "_blank" }, ...words);

/** The sentence with its words marked; a click shows it in the article. */
const toEvidence = (fact, told) => {
  const words = told.quote.map(([text]) => text).join("");
  const pieces = told.quote.map(([text, kind]) => (kind ? make("em", { class: kind }, text) : text));
  const go = () => { showPane("text"); showArticle(told.article); light([fact.id], true); };
  const attributes = { tabindex: "0", role: "button", "aria-label": `${words} Show in the article`, onclick: go,
    onkeydown: (event) => { if (event.key === "Enter" || event.key === " ") { go(); event.preventDefault(); } } };
  const how = [told.by?.length ? `said by ${told.by.join(", ")}` : "", told.stance && told.stance !== fact.stance ? told.stance : "",
    data.articles.length > 1 && told.article !== undefined && told.article !== scope ? data.articles[told.article].title : ""].filter(Boolean).join(" · ");
  const parts = [make("blockquote", told.sentence ? attributes : {}, ...pieces)];
  if (told.score || how) {
    parts.push(make("div", { class: "how" }, ...(how ? [make("span", {}, capital(how))] : []),
      ...(told.score ? [make("details", {}, make("summary", {}, `Confidence ${told.score}`), `Read by: ${told.rule || "a rule without a name"}`)] : [])));
  }
  return parts;
};
/** A sentence that stands twice, as headlines do, is shown once. */
const distinct = (marks) => {
  const found = new Map();
  for (const one of marks) {
    const words = one.quote.map(([text]) => text).join("");
    if (!found.has(words)) found.set(words, one);
  }
  return [...found.values()];
};

const TILES = { money: "amount", share: "share", count: "number", time: "when or how long" };
/** An event's figures, large; then who takes part, each with the role; then all else that is told. */
const toRows = (fact) => {
  const head = fact.node === undefined ? "" : nodes[fact.node].label;
  const isNews = (value) => value.n !== undefined || TILES[value.kind] || !head.includes(value.t); // the head says it already
  const figures = fact.rows.flatMap(([label, values]) => values.filter((value) => TILES[value.kind]).map((value) => [label, value]));
  const rest = fact.rows.map(([label, values]) => [label, values.filter((value) => !TILES[value.kind] && isNews(value))]).filter(([, values]) => values.length);
  const tiles = figures.map(([label, value]) => make("div", { class: `tile ${value.kind}` },
    make("dt", {}, label), make("dd", {}, make("strong", {}, value.t), ...(value.note && value.note !== value.t ? [make("span", { class: "note" }, value.note)] : []))));
  const toValue = (value) => (value.n === undefined ? make("li", {}, toPart(value)) : make("li", { class: `with-mark ${nodes[value.n].family}` }, mark(nodes[value.n].family), nameOf(value.n)));
  const rows = rest.flatMap(([label, values]) => [make("dt", {}, label), make("dd", {}, make("ul", {}, ...values.map(toValue)))]);
  return [...(tiles.length ? [make("dl", { class: "tiles" }, ...tiles)] : []), ...(rows.length ? [make("dl", { class: "rows" }, ...rows)] : [])];
};

const toFact = (id, owner) => {
  const fact = facts[id];
  const own = fact.node !== undefined && fact.node === owner; // the card's head already says it
  const parts = [];
  if (!own) {
    const words = make("p", { class: "told" });
    if (fact.kind === "quote") words.append(toPart(fact.parts[0]), " ", make("span", { class: "verb" }, "says"));
    else fact.parts.forEach((part, at) => words.append(at ? " " : "", part.t !== undefined ? make("span", { class: "verb" }, toPart(part)) : toPart(part)));
    if (fact.node !== undefined) parts.push(make("div", { class: "kind event" }, mark("event"), nodes[fact.node].class, badge(fact.stance)));
    else if (fact.stance !== "asserted") words.append(" ", badge(fact.stance));
    parts.push(words);
  }
  if (fact.rows) parts.push(...toRows(fact));
  const quotes = distinct(fact.marks || []).map((one) => toEvidence(fact, one));
  const most = fact.kind === "quote" ? quotes.length : own ? 3 : 1;
  quotes.slice(0, most).forEach((quote) => parts.push(...quote));
  const rest = quotes.slice(most);
  if (rest.length) parts.push(make("details", { class: "rest" }, make("summary", {}, rest.length === 1 ? "One more sentence" : `${rest.length} more sentences`), ...rest.flat()));
  if (fact.kind === "background") {
    parts.push(make("p", { class: "how" }, "Background knowledge, not from the article", ...(fact.source ? [" · ", outLink(fact.source, "source")] : [])));
  }
  const element = make("div", { class: "fact", onmouseenter: () => point({ facts: [id] }), onmouseleave: () => point(null),
    onfocusin: () => lightUp({ facts: [id] }, false) }, ...parts);
  element.dataset.fact = id;
  return element;
};

const linkName = (url) => {
  const last = url.pathname.split("/").filter(Boolean).pop() || "";
  if (url.hostname.endsWith("wikidata.org")) return `Wikidata ${last}`;
  if (url.hostname.endsWith("geonames.org")) return `GeoNames ${last}`;
  return url.hostname.replace(/^www\./, "");
};
const linkOf = (link) => {
  try {
    const url = new URL(link);
    if (url.protocol !== "https:" && url.protocol !== "http:") return null;
    return outLink(url.href, linkName(url));
  } catch { return null; }
};
const kindOf = (node) => make("div", { class: `kind ${node.family}` }, mark(node.family), make("span", {}, node.class || node.family), node.kind === "event" ? badge(node.stance) : null);

const describes = (fact) => fact.kind === "fact" && (fact.relation === "is" || fact.relation === "was"); // in the article's words
const GROUPS = [
  ["Described as", describes], ["What happened", (fact) => fact.kind === "event"], ["Posts", (fact) => fact.kind === "post"],
  ["Relations", (fact) => fact.kind === "fact" && !describes(fact)],
  ["Quotations", (fact) => fact.kind === "quote"], ["Background", (fact) => fact.kind === "background"],
];
const PIECE = 60; // a list longer than this is shown piece by piece
const toGroups = (ids, owner, groups = GROUPS) => {
  const left = ids.filter((id) => okay[id] || (owner !== undefined && facts[id].node === owner));
  const parts = groups.flatMap(([label, fits]) => {
    const found = left.filter((id) => fits(facts[id]) && !(facts[id].node !== undefined && facts[id].node === owner));
    return found.length ? [make("h3", {}, `${label} (${toWords(found.length)})`), ...toPieces(found, owner)] : [];
  });
  const others = ids.filter((id) => !isTold(facts[id])).length;
  const away = ids.length - left.length - others;
  if (others) {
    parts.push(make("button", { type: "button", class: "plain more", onclick: () => { const kept = selected; setScope(null); select(kept, true); } },
      others === 1 ? "One more in another article" : `${toWords(others)} more in other articles`));
  }
  return away ? [...parts, make("p", { class: "about" }, `${away === 1 ? "One fact is" : `${toWords(away)} facts are`} filtered out.`)] : parts;
};
const toPieces = (ids, owner) => {
  const rest = ids.slice(PIECE);
  return [...ids.slice(0, PIECE).map((id) => toFact(id, owner)), ...(rest.length ? [make("button", { type: "button", class: "strong more", onclick: (event) => {
    const parts = toPieces(rest, owner);
    event.currentTarget.replaceWith(...parts);
    parts[0].querySelector("a, button, [tabindex]")?.focus();
  } }, `${toWords(Math.min(PIECE, rest.length))} more of ${toWords(rest.length)}`)] : [])];
};

const MORE = 40; // so many neighbours come at once
const nodeCard = (number) => {
  const node = nodes[number];
  const parts = [kindOf(node), make("h2", {}, make("bdi", {}, node.label))];
  if (node.aliases.length) parts.push(make("p", { class: "also" }, `Also: ${node.aliases.join(", ")}`));
  const links = node.links.map(linkOf).filter(Boolean);
  if (links.length) parts.push(make("div", { class: "links" }, ...links));
  const more = waiting(number);
  parts.push(make("div", { class: "deeds" },
    ...(more.length ? [make("button", { type: "button", class: "plain", id: "more", onclick: () => { summon(more.slice(0, MORE), number); select({ node: number }, true); } },
      `Show ${more.length > MORE ? `${MORE} of ${toWords(more.length)}` : more.length} more around it`)] : []),
    make("button", { type: "button", class: "plain", id: "from-here", onclick: () => connect(number) }, "How is it connected to …")));
  const own = ownFact(number);
  if (own !== undefined) parts.push(toFact(own, number));
  return [...parts, ...toGroups(factsOf[number], number)];
};
/** Of all facts what happened comes first. */
const LISTED = [...GROUPS.slice(1, 4), GROUPS[0], ...GROUPS.slice(4)];
const factsCard = (what) => [make("h2", {}, what.label),
  ...(what.facts.length > 1 ? [make("p", { class: "also" }, `${toWords(what.facts.filter((id) => okay[id]).length)} of ${toWords(what.facts.length)} facts`)] : []),
  ...toGroups(what.facts, undefined, what.all ? LISTED : GROUPS)];
const HELP = [
  ["/", "search"], ["c", "connect two of them"], ["f", "filter"], ["a", "all facts in words"], ["t", "go to the article's words"], ["g", "go to the graph"],
  ["Arrow keys", "from node to node, or from word to word"], ["Shift + arrow keys", "move the view"], ["Enter", "open; on the graph: go to the card"],
  ["+ − 0", "zoom in, out, to the whole graph"], ["Tab", "the next thing to press"], ["Esc", "close, and back to where you were"],
];
const helpCard = () => [
  make("h2", {}, "Keys and signs"),
  make("dl", { class: "keys" }, ...HELP.flatMap(([key, does]) => [make("dt", {}, make("kbd", {}, key)), make("dd", {}, does)])),
  make("h3", {}, "Shapes"),
  ...FAMILIES.map(([family, label]) => make("p", { class: `with-mark ${family}` }, mark(family), family === "event" ? "Events, as cards" : label)),
  make("h3", {}, "Lines"),
  ...[["asserted", "Said as a fact"], ["planned", "Planned or promised"], ["reported", "Reported as what somebody says"], ["possible", "Merely possible"], ["denied", "Denied, or said not to be so"], ["quoted", "Quoted word for word, on the speaker's card"], ["background", "Background knowledge, not from the article"]]
    .map(([stance, words]) => make("p", { class: `with-mark ${stance}` }, dash(stance), words)),
  make("p", { class: "about" }, "Thin lines lead from an event to those who take part; select the event to see in what role. Lines with an arrow are facts of their own. Underlined words in the article lead to their facts."),
];

const CARDS = {
  node: (what) => [nodeCard(what.node), nodes[what.node].label],
  facts: (what) => [factsCard(what), `${what.label}: ${what.facts.length}`],
  chain: (what) => [chainCard(what), "How are they connected?"],
  filter: () => [filterCard(), "Filter"],
  help: () => [helpCard(), "Keys and signs"],
  link: (what) => [linkCard(what), "A link to this view"],
};
const kindOfCard = (what) => Object.keys(CARDS).find((kind) => what[kind] !== undefined);
let opener = null; // where the keys go back to
const openCard = (what) => {
  const [parts, label] = CARDS[kindOfCard(what)](what);
  if (get("panel").hidden) opener = document.activeElement;
  get("card").replaceChildren(...parts);
  get("panel").hidden = false;
  document.body.dataset.panel = kindOfCard(what);
  get("panel").scrollTop = 0;
  say(label);
};
const closeCard = () => {
  const within = get("panel").contains(document.activeElement);
  get("panel").hidden = true;
  delete document.body.dataset.panel;
  if (within) (opener?.isConnected ? opener : get("stage")).focus({ preventScroll: true });
};
/** Tell the open card anew, at the same place, after a filter has changed. */
const refreshCard = () => {
  if (!selected || get("panel").hidden || selected.filter) return;
  if (selected.chain) findPath(selected);
  const top = get("panel").scrollTop;
  get("card").replaceChildren(...CARDS[kindOfCard(selected)](selected)[0]);
  get("panel").scrollTop = top;
};

// ---------------------------------------------------------------- choosing

/** Show a node, some facts, a chain, another card, or nothing; the address remembers it, so that a link opens it again. */
const select = (what, moves) => {
  if (scope !== null && what) reach(what.path ? [what.chain[0], ...what.path.map((step) => step.to)] : what.node !== undefined ? [what.node] : (what.facts || []).flatMap((id) => (isTold(facts[id]) ? [] : facts[id].nodes)));
  selected = what;
  pointed = null;
  if (what?.node !== undefined && !onStage.has(what.node)) summon([what.node], edgesOf[what.node].map((edge) => otherEnd(edge, what.node)).find((id) => onStage.has(id)));
  if (!what) closeCard();
  else openCard(what);
  lightUp(what?.all ? null : what, Boolean(what) && !what.fromText);
  network.unselectAll();
  paint();
  for (const [id, kind] of [["all", "all"], ["filter", "filter"], ["connect", "chain"]]) get(id).setAttribute("aria-pressed", String(Boolean(what?.[kind])));
  if (moves && what?.node !== undefined) bring(what.node);
  if (moves && what?.path?.length) frame([...new Set(what.path.flatMap((step) => [step.edge.from, step.edge.to]))], 1.15, true);
  keepAddress();
};
const showAll = () => select({ facts: facts.filter(isTold).map((fact) => fact.id), label: "All facts", all: true });
const showFilter = () => { select({ filter: true }); showFilters(); };
const chooseEdge = (id) => {
  const edge = stage.edges[id];
  if (edge.kind === "role") select({ node: nodes[edge.from].kind === "event" ? edge.from : edge.to });
  else select({ facts: edge.facts, label: `${nodes[edge.from].label} → ${nodes[edge.to].label}` });
};
const chooseWords = (element) => {
  const words = (wordsAt[shown].get(Number(element.dataset.segment)) || []).filter((word) => word.kind !== "quote");
  if (!words.length) return;
  const ids = [...new Set(words.map((word) => word.fact))].sort((a, b) => a - b);
  select({ facts: ids, label: `“${element.textContent.trim()}”`, fromText: true });
};
