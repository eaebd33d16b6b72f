// What may be hidden: kinds of thing, stances, relations, classes, and facts of little confidence.
const hidden = { family: new Set(), stance: new Set(), relation: new Set(), class: new Set() };
let least = 0;

/** A relation's name in addresses and lists; an event's class and a plain relation may be called alike. */
const relationOf = (fact) => `${fact.kind}:${fact.relation}`;
const isOff = (node) => hidden.family.has(nodes[node].family) || (nodes[node].kind !== "event" && hidden.class.has(nodes[node].class));
/** Whom a fact goes with: an event with itself, a quotation with its speaker, all else with both its ends. */
const ownersOf = (fact) => (fact.kind === "event" ? [fact.node] : fact.kind === "quote" ? [fact.parts[0].n] : fact.nodes);
const passes = (fact) => !hidden.stance.has(voiceOf(fact)) && !hidden.relation.has(relationOf(fact))
  && (fact.score === undefined || fact.score >= least) && isTold(fact) && !ownersOf(fact).some(isOff);

let okay = []; // fact -> whether it may be seen
let veiled = []; // node -> whether it is hidden
/** An event goes with its own fact, an entity when none of its facts is left; quotations alone keep nobody who has other facts. */
const bearing = nodes.map((node, at) => {
  if (node.kind === "event") return [ownFact(at)];
  const drawn = factsOf[at].filter((id) => facts[id].kind !== "quote");
  return drawn.length ? drawn : factsOf[at];
});
const sift = () => {
  okay = facts.map(passes);
  veiled = nodes.map((_, at) => isOff(at) || !isInScope(at) || (bearing[at].length > 0 && !bearing[at].some((id) => okay[id])));
};
const isEdgeHidden = (edge) => veiled[edge.from] || veiled[edge.to] || hidden.stance.has(edge.kind === "background" ? "background" : edge.stance)
  || !edge.facts.some((id) => okay[id]);

const tally = (names) => {
  const found = new Map();
  for (const name of names) found.set(name, (found.get(name) || 0) + 1);
  return [...found].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
};
const toFacets = () => {
  const told = facts.filter(isTold);
  const named = nodes.filter((node, at) => node.kind !== "event" && node.class && isInScope(at));
  return [
    ["What happened", "relation", tally(told.filter((fact) => fact.kind === "event").map(relationOf))],
    ["Relations", "relation", tally(told.filter((fact) => fact.kind === "fact" || fact.kind === "post").map(relationOf))],
    ["Quotations", "relation", tally(told.filter((fact) => fact.kind === "quote").map(relationOf))],
    ["Background, not from the text", "relation", tally(told.filter((fact) => fact.kind === "background").map(relationOf))],
    ["Who and what", "class", tally(named.map((node) => node.class))],
  ];
};
const FACETS = toFacets();
const scores = facts.map((fact) => fact.score).filter((score) => score !== undefined);
const LOWEST = Math.floor(Math.min(1, ...(scores.length ? [scores.reduce((a, b) => Math.min(a, b))] : [])) * 20) / 20;

const isFiltered = () => least > 0 || Object.values(hidden).some((names) => names.size);
const clearFilters = () => { least = 0; for (const names of Object.values(hidden)) names.clear(); };
const toggle = (kind, name) => {
  if (!hidden[kind].delete(name)) hidden[kind].add(name);
  showFilters();
};
const only = (kind, name) => {
  const names = kind === "family" ? FAMILIES.map(([family]) => family) : FACETS.filter(([, one]) => one === kind).flatMap(([, , rows]) => rows.map(([row]) => row));
  hidden[kind] = new Set(names.filter((one) => one !== name));
  showFilters();
};

/** Bring stage, legend, cards and address in line with what is hidden. */
const showFilters = () => {
  sift();
  for (const chip of document.querySelectorAll(".chip[data-kind]")) chip.setAttribute("aria-pressed", String(!hidden[chip.dataset.kind].has(chip.dataset.name)));
  for (const box of document.querySelectorAll(".choice input")) box.checked = !hidden[box.dataset.kind].has(box.dataset.name);
  const count = `${toWords(okay.filter(Boolean).length)} of ${toWords(facts.filter(isTold).length)} facts shown`;
  countChips();
  if (get("sifted")) {
    get("sifted").textContent = count;
    get("least").value = String(least);
    get("least-told").textContent = least > LOWEST ? `${least.toFixed(2)} or more` : "any";
    get("unfilter").hidden = !isFiltered();
  }
  const active = (least > 0 ? 1 : 0) + Object.values(hidden).filter((names) => names.size).length;
  get("filtered").hidden = !active;
  get("filtered").textContent = String(active);
  get("filtered").setAttribute("aria-label", `, ${active} in use`);
  if (isFiltered()) say(count);
  noteStage(isFiltered() ? count : "");
  refreshCard();
  paint();
  keepAddress();
};

const toChip = (label, count, icon, kind, name) => make("button", {
  type: "button", class: `chip ${name}`, "aria-pressed": "true", "aria-label": `${label}, ${count}`, "data-kind": kind, "data-name": name,
  title: `Hide or show ${label.toLowerCase()}; with Shift only these`,
  onclick: (event) => (event.shiftKey && kind === "family" ? only(kind, name) : toggle(kind, name)),
}, icon, make("span", { class: "name" }, label), make("span", { class: "count" }, toWords(count)));

/** What is looked at, counted anew. */
const countChips = () => {
  for (const chip of document.querySelectorAll(".chip[data-kind]")) {
    const { kind, name } = chip.dataset;
    const count = kind === "family" ? nodes.filter((node, at) => node.family === name && isInScope(at)).length : facts.filter((fact) => isTold(fact) && voiceOf(fact) === name).length;
    chip.hidden = !count;
    chip.querySelector(".count").textContent = toWords(count);
    chip.setAttribute("aria-label", chip.getAttribute("aria-label").replace(/[^ ]+$/, count));
  }
};

const toFacet = ([label, kind, rows]) => make("fieldset", { class: "facet" }, make("legend", {}, label), ...rows.map(([name, count]) => {
  const words = kind === "relation" ? name.slice(name.indexOf(":") + 1) : name;
  return make("div", { class: "choice" },
    make("label", {}, make("input", { type: "checkbox", "data-kind": kind, "data-name": name, onchange: () => toggle(kind, name) }),
      make("span", { class: "name" }, capital(words)), make("span", { class: "count" }, toWords(count))),
    make("button", { type: "button", class: "only", "aria-label": `Only ${words}`, onclick: () => only(kind, name) }, "only"));
}));
const filterCard = () => [
  make("h2", {}, "Filter"),
  make("p", { class: "also" }, make("span", { id: "sifted" }), " ",
    make("button", { type: "button", id: "unfilter", class: "plain", onclick: () => { clearFilters(); showFilters(); get("sifted").focus(); } }, "Show everything")),
  ...(scores.length ? [make("fieldset", { class: "facet" }, make("legend", {}, "Confidence"),
    make("label", { class: "slider" },
      make("input", { type: "range", id: "least", "aria-label": "Least confidence", min: LOWEST, max: 1, step: 0.05, "aria-describedby": "least-about", oninput: (event) => {
        least = Number(event.target.value) > LOWEST ? Number(event.target.value) : 0;
        showFilters();
      } }), make("output", { id: "least-told", for: "least" })),
    make("p", { id: "least-about", class: "about" }, "How sure the reading of a sentence is, judged by its grammar. It ranks facts; it is no probability."))] : []),
  ...toFacets().filter(([, , rows]) => rows.length).map(toFacet),
];

for (const [family, label] of FAMILIES) {
  const count = nodes.filter((node) => node.family === family).length;
  if (count) get("families").append(toChip(label, count, mark(family), "family", family));
}
const moods = tally(facts.map(voiceOf));
if (moods.length > 1) {
  for (const stance of STANCES) {
    const found = moods.find(([name]) => name === stance);
    if (found) get("stances").append(toChip(capital(stance), found[1], dash(stance), "stance", stance));
  }
}
sift();
