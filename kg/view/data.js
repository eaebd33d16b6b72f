// What the page knows, and how it makes elements. Data arrives as JSON and leaves as text: nothing here parses HTML.
const data = JSON.parse(document.getElementById("data").textContent);
const { nodes, facts, stage } = data;
const get = (id) => document.getElementById(id);
const still = matchMedia("(prefers-reduced-motion: reduce)");
const dark = matchMedia("(prefers-color-scheme: dark)");
const narrow = matchMedia("(max-width: 760px)");
const FAMILIES = [
  ["person", "People"], ["organisation", "Organisations"], ["place", "Places"], ["work", "Other things"],
  ["group", "Groups"], ["topic", "Topics"], ["event", "Events"],
];
const STANCES = ["asserted", "planned", "reported", "possible", "denied", "quoted", "background"];
const DASH = { asserted: "", planned: "6 3", reported: "1.5 3", possible: "3 6", denied: "6 3 1.5 3", background: "3 5" };
/** How the article holds a fact; what is quoted word for word and what it does not say itself stand apart. */
const voiceOf = (fact) => (fact.kind === "quote" ? "quoted" : fact.kind === "background" ? "background" : fact.stance);
const MARKS = {
  person: "M6.5 0a6.5 6.5 0 1 1 0 13a6.5 6.5 0 1 1 0-13z",
  organisation: "M1 1h11v11h-11z",
  place: "M6.5 .5L13 12H0z",
  work: "M6.5 0l1.9 4.4 4.6.4-3.5 3.1 1 4.6-4-2.4-4 2.4 1-4.6L0 4.8l4.6-.4z",
  group: "M3.2 1h6.6L13 6.5 9.8 12H3.2L0 6.5z",
  topic: "M6.5 0L13 6.5 6.5 13 0 6.5z",
  event: "M2.5 1.5h8a2 2 0 0 1 2 2v6a2 2 0 0 1-2 2h-8a2 2 0 0 1-2-2v-6a2 2 0 0 1 2-2z",
};

/** An element with attributes, listeners ("onclick") and children; strings become text. */
const make = (tag, attributes, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
};
const draw = (path, cls, box) => {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const line = document.createElementNS("http://www.w3.org/2000/svg", "path");
  for (const [name, value] of [["class", cls], ["viewBox", box], ["aria-hidden", "true"]]) svg.setAttribute(name, value);
  line.setAttribute("d", path);
  svg.append(line);
  return svg;
};
const mark = (family) => draw(MARKS[family] || MARKS.person, "mark", "0 0 13 13");
const dash = (stance) => {
  if (stance === "quoted") return make("span", { class: "mute", "aria-hidden": "true" });
  const svg = draw("M0 4h22", "dash", "0 0 22 8");
  svg.firstChild.setAttribute("stroke-dasharray", DASH[stance]);
  return svg;
};
const say = (words) => { get("said").textContent = words; };
const toWords = (count) => count.toLocaleString("en");
const capital = (words) => words.charAt(0).toUpperCase() + words.slice(1);

// What belongs to what.
const factsOf = nodes.map(() => []);
const wordsAt = data.articles.map(() => new Map()); // segment -> [{fact, node, kind}]
facts.forEach((fact, at) => {
  fact.id = at;
  for (const node of fact.nodes) factsOf[node].push(at);
  for (const told of fact.marks || []) {
    for (const [first, last, kind, node] of told.words || []) {
      for (let segment = first; segment < last; segment++) {
        const found = wordsAt[told.article].get(segment) || [];
        found.push({ fact: at, node, kind });
        wordsAt[told.article].set(segment, found);
      }
    }
  }
});
const edgesOf = nodes.map(() => []);
const edgesOfFact = new Map();
for (const edge of stage.edges) {
  edgesOf[edge.from].push(edge);
  if (edge.to !== edge.from) edgesOf[edge.to].push(edge);
  for (const fact of edge.facts) edgesOfFact.set(fact, [...(edgesOfFact.get(fact) || []), edge]);
}
const nodeOfIri = new Map(nodes.map((node, at) => [node.iri, at]));
/** The fact that an event is. */
const ownFact = (node) => factsOf[node].find((id) => facts[id].node === node);
const otherEnd = (edge, node) => (edge.from === node ? edge.to : edge.from);
