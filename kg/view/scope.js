// Of several articles one is looked at by itself, or all together.
let scope = null; // the article that is looked at; null for all
const articlesOf = nodes.map((_, at) => new Set(factsOf[at].flatMap((id) => (facts[id].marks || []).map((told) => told.article))));
const isInScope = (node) => scope === null || articlesOf[node].has(scope);
/** Whether what is looked at tells a fact; background knowledge goes with the things that it ties. */
const isTold = (fact) => scope === null || (fact.marks ? fact.marks.some((told) => told.article === scope) : fact.nodes.every(isInScope));

const home = stage.nodes.map(({ x, y }) => ({ x, y }));
/** Look at one article, its graph as if it stood alone, or at all. */
const setScope = (number) => {
  if (number === scope) return;
  scope = number;
  const places = (scope !== null && stage.scopes[scope]) || {};
  for (const id of onStage) {
    if (places[id]) [stage.nodes[id].x, stage.nodes[id].y] = places[id];
    else if (home[id].x !== undefined) Object.assign(stage.nodes[id], home[id]);
  }
  drawnNodes.update([...onStage].map((id) => ({ id, x: stage.nodes[id].x, y: stage.nodes[id].y })));
  looking = false;
  showFilters();
  fit(false);
  if (scope === null && onStage.size > CROWD && !hubs.length) nameHubs();
};
/** Widen what is looked at until it holds some nodes: to an article that has them all, else to all articles. */
const reach = (ids) => {
  if (ids.every(isInScope)) return;
  const found = data.articles.findIndex((_, number) => ids.every((id) => articlesOf[id].has(number)));
  setScope(found < 0 ? null : found);
};

/** All articles by their headlines, each with how much it tells. */
const showFront = () => {
  shown = -1;
  segments = new Map();
  const counts = data.articles.map((_, number) => facts.filter((fact) => fact.marks?.some((told) => told.article === number)).length);
  get("article").replaceChildren(...data.articles.map((article, number) => make("div", { class: "story" },
    make("h3", {}, make("a", { href: `#scope=${number}`, onclick: (event) => { event.preventDefault(); openArticle(number); } }, article.title)),
    make("p", { class: "byline" }, `${article.byline ? `${toDay(article.byline)} · ` : ""}${toWords(counts[number])} fact${counts[number] === 1 ? "" : "s"}`))));
  get("articles").value = "all";
};
/** What stands beside the graph when nothing else is asked for: the article that is looked at, or the headlines of all. */
const toText = () => scope ?? (data.articles.length > 1 ? -1 : 0);
const showText = (number) => {
  if (number < 0) showFront();
  else showArticle(data.articles[number] ? number : 0);
};
/** Show an article with its graph, or all with theirs. */
const openArticle = (number) => {
  select(null);
  setScope(number);
  showText(toText());
  get("text").scrollTop = 0;
  keepAddress();
};
