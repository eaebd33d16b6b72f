// How two nodes are connected: the shortest chain of facts, over all that the page holds.

/** What it costs to pass through a node: busy ones tie everything to everything; topics tie nothing. */
const toll = (node) => {
  if (nodes[node].family === "topic") return Infinity;
  return (nodes[node].kind === "event" ? 0.1 : 0.5) * Math.log2(1 + edgesOf[node].length);
};
const DOUBT = { asserted: 0, planned: 0.1, reported: 0.4, possible: 0.5, denied: 1 };
const costOf = (edge) => (edge.kind === "role" ? 0.5 : edge.kind === "background" ? 1.5 : 1) + (DOUBT[edge.stance] || 0);

/** The cheapest way along edges that are not filtered out (Dijkstra): [{edge, to}], or null. */
const shortest = (from, to) => {
  const best = new Map([[from, { cost: 0, before: null }]]);
  const done = new Set();
  const open = [[0, from]]; // a heap by cost
  while (open.length) {
    const [cost, node] = pop(open);
    if (done.has(node)) continue;
    if (node === to) break;
    done.add(node);
    const leave = node === from ? 0 : toll(node);
    if (leave === Infinity) continue;
    for (const edge of edgesOf[node]) {
      const next = otherEnd(edge, node);
      if (isEdgeHidden(edge) || done.has(next)) continue;
      const far = cost + leave + costOf(edge);
      if (far < (best.get(next)?.cost ?? Infinity)) {
        best.set(next, { cost: far, before: node, edge });
        push(open, [far, next]);
      }
    }
  }
  if (!best.has(to)) return null;
  const path = [];
  for (let node = to; node !== from; node = best.get(node).before) path.unshift({ edge: best.get(node).edge, to: node });
  return path;
};
const push = (heap, item) => {
  let at = heap.push(item) - 1;
  while (at > 0 && heap[(at - 1) >> 1][0] > heap[at][0]) {
    const up = (at - 1) >> 1;
    [heap[up], heap[at]] = [heap[at], heap[up]];
    at = up;
  }
};
const pop = (heap) => {
  const first = heap[0];
  const last = heap.pop();
  if (heap.length) {
    heap[0] = last;
    for (let at = 0; ;) {
      const least = [2 * at + 1, 2 * at + 2].reduce((found, child) => (child < heap.length && heap[child][0] < heap[found][0] ? child : found), at);
      if (least === at) break;
      [heap[least], heap[at]] = [heap[at], heap[least]];
      at = least;
    }
  }
  return first;
};

/** Look for the chain between the two ends of a card, and bring it onto the stage. */
const findPath = (what) => {
  const [from, to] = what.chain;
  what.path = from === null || to === null ? null : from === to ? [] : shortest(from, to);
  if (!what.path && scope !== null && from !== null && to !== null) {
    setScope(null);
    what.path = shortest(from, to);
  }
  if (what.path?.length) summon([from, ...what.path.map((step) => step.to)], from);
};
const connect = (from, to = null) => {
  const what = { chain: [from, to] };
  findPath(what);
  select(what, true);
  if (to === null || from === null) get(from === null ? "chain-from" : "chain-to").focus();
};
const toEnd = (what, side, label) => {
  const id = side ? "chain-to" : "chain-from";
  const node = what.chain[side];
  const input = make("input", { type: "search", id, role: "combobox", autocomplete: "off", spellcheck: "false", placeholder: "a name", "aria-expanded": "false",
    "aria-controls": `${id}-found`, "aria-autocomplete": "list" });
  if (node !== null) input.value = nodes[node].label;
  const list = make("ul", { id: `${id}-found`, class: "offers", role: "listbox", "aria-label": label, hidden: "" });
  offerIn(input, list, (found) => {
    const ends = [...what.chain];
    ends[side] = found;
    connect(...ends);
    if (ends[1 - side] !== null) get("panel").focus();
  });
  return make("div", { class: "end" }, make("label", { for: id }, label), input, list);
};
/** The chain as facts, one after the other: an event between two of its participants is one fact. */
const chainFacts = (path) => [...new Set(path.flatMap((step) => (okay[step.edge.facts[0]] ? step.edge.facts.filter((id) => okay[id]).slice(0, 1) : step.edge.facts.slice(0, 1))))];
const chainCard = (what) => {
  const [from, to] = what.chain;
  const parts = [make("h2", {}, "How are they connected?"), make("div", { class: "ends" }, toEnd(what, 0, "From"), toEnd(what, 1, "To"))];
  if (from === null || to === null) return [...parts, make("p", { class: "about" }, "Choose two names: people, organisations, places, events.")];
  if (!what.path) {
    return [...parts, make("p", { class: "told", id: "no-chain" }, `No chain of facts leads from ${nodes[from].label} to ${nodes[to].label}.`),
      make("p", { class: "about" }, isFiltered() ? "Filters are in use; without them there may be one." : "A chain never passes through a mere topic or value.")];
  }
  if (!what.path.length) return [...parts, make("p", { class: "told" }, "That is one and the same.")];
  const way = make("p", { class: "way" }, nameOf(from), ...what.path.flatMap((step) => [make("span", { class: "arrow", "aria-hidden": "true" }, " → "), nameOf(step.to)]));
  const ids = chainFacts(what.path);
  return [...parts, way, make("h3", {}, ids.length === 1 ? "One fact" : `${ids.length} facts, step by step`), make("ol", { class: "steps" }, ...ids.map((id) => make("li", {}, toFact(id))))];
};
