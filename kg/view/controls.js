// Pointer and keys, and the start.
network.on("click", ({ nodes: found, edges }) => {
  if (found.length) select({ node: found[0] }, true);
  else if (edges.length) chooseEdge(edges[0]);
  else select(null);
});
network.on("doubleClick", ({ nodes: found }) => {
  if (found.length && waiting(found[0]).length) { summon(waiting(found[0]).slice(0, MORE), found[0]); select({ node: found[0] }, true); }
});
network.on("hoverNode", ({ node }) => lightUp({ node }, false));
network.on("hoverEdge", ({ edge }) => light(stage.edges[edge].facts, false));
for (const name of ["blurNode", "blurEdge"]) network.on(name, () => { lightUp(selected?.all ? null : selected, false); get("stage").style.cursor = ""; });
for (const name of ["hoverNode", "hoverEdge"]) network.on(name, () => { get("stage").style.cursor = "pointer"; });
let settling = 0;
const moved = () => { looking = true; clearTimeout(settling); settling = setTimeout(keepAddress, 200); };
for (const name of ["dragEnd", "zoom"]) network.on(name, moved);
network.on("animationFinished", keepAddress);
network.on("dragEnd", ({ nodes: found }) => {
  for (const [id, { x, y }] of Object.entries(network.getPositions(found))) Object.assign(stage.nodes[id], { x: Math.round(x), y: Math.round(y) });
});

get("article").addEventListener("click", (event) => {
  const element = event.target.closest(".word");
  if (element && String(getSelection()) === "") chooseWords(element);
});
get("article").addEventListener("mouseover", (event) => {
  const element = event.target.closest(".word");
  if (!element) return;
  const ids = [...new Set((wordsAt[shown].get(Number(element.dataset.segment)) || []).map((word) => word.fact))];
  pointed = { facts: ids };
  paint();
  for (const fact of get("card").querySelectorAll(".fact")) fact.classList.toggle("now", ids.includes(Number(fact.dataset.fact)));
});
get("article").addEventListener("mouseout", () => {
  if (!pointed) return;
  pointed = null;
  paint();
  for (const fact of get("card").querySelectorAll(".now")) fact.classList.remove("now");
});
get("article").addEventListener("keydown", (event) => {
  const element = event.target.closest(".word");
  if (!element) return;
  const all = [...get("article").querySelectorAll('.word[role="button"]')];
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  if (step) {
    const after = all[all.indexOf(element) + step];
    if (after) { element.tabIndex = -1; after.tabIndex = 0; after.focus(); }
    event.preventDefault();
  } else if (event.key === "Enter" || event.key === " ") {
    chooseWords(element);
    get("panel").focus();
    event.preventDefault();
  }
});

/** The nearest visible node in a direction, by distance and by how far it strays from the direction. */
const next = (from, [dx, dy]) => {
  const start = stage.nodes[from];
  let best = null;
  for (const id of seen()) {
    const [x, y] = [stage.nodes[id].x - start.x, stage.nodes[id].y - start.y];
    const along = x * dx + y * dy;
    const cost = along + 2.5 * Math.abs(x * dy - y * dx);
    if (id !== from && along > 0 && (!best || cost < best.cost)) best = { id, cost };
  }
  return best && best.id;
};
const WAYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
get("stage").addEventListener("keydown", (event) => {
  const way = WAYS[event.key];
  if (way && event.shiftKey) {
    pan(way[0] * 90, way[1] * 90);
    moved();
  } else if (way && seen().length) {
    const from = selected?.node;
    const to = from === undefined ? data.focus ?? seen().reduce((a, b) => (edgesOf[b].length > edgesOf[a].length ? b : a)) : next(from, way);
    if (to !== null && to !== undefined) select({ node: to }, true);
  } else if (event.key === "Enter" && !get("panel").hidden) get("panel").focus();
  else if (event.key === "+" || event.key === "=") { zoom(1.25); moved(); }
  else if (event.key === "-") { zoom(0.8); moved(); }
  else if (event.key === "0") fit(true);
  else return;
  event.preventDefault();
});
const KEYS = {
  "/": () => get("search").focus(), c: () => connect(selected?.node ?? null), f: () => { showFilter(); get("panel").focus(); }, a: () => { showAll(); get("panel").focus(); },
  t: () => { showPane("text"); (get("article").querySelector('.word[tabindex="0"]') || get("text")).focus(); }, g: () => { showPane("graph"); get("stage").focus(); },
  "?": () => { select({ help: true }); get("panel").focus(); },
};
document.addEventListener("keydown", (event) => {
  const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName) && document.activeElement.type !== "checkbox";
  if (event.key === "Escape") {
    select(null);
    if (document.activeElement === get("search")) get("stage").focus({ preventScroll: true });
  } else if (!typing && !event.ctrlKey && !event.metaKey && !event.altKey && KEYS[event.key]) {
    KEYS[event.key]();
    event.preventDefault();
  }
});
for (const [id, act] of Object.entries({
  closer: () => { zoom(1.3); moved(); }, farther: () => { zoom(1 / 1.3); moved(); }, fit: () => fit(true), picture: savePicture, copy: copyLink,
  help: () => (selected?.help ? select(null) : select({ help: true })), close: () => select(null),
  all: () => (selected?.all ? select(null) : showAll()), filter: () => (selected?.filter ? select(null) : showFilter()),
  connect: () => (selected?.chain ? select(null) : connect(selected?.node ?? null)),
})) get(id).addEventListener("click", act);
/** One stop in the order of tabs, then arrow keys. */
get("tools").addEventListener("keydown", (event) => {
  const all = [...get("tools").children];
  const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  const after = all[(all.indexOf(document.activeElement) + step + all.length) % all.length];
  for (const button of all) button.tabIndex = button === after ? 0 : -1;
  after.focus();
  event.preventDefault();
});
for (const button of [...get("tools").children].slice(1)) button.tabIndex = -1;

const showPane = (name) => {
  if (!narrow.matches || document.body.dataset.pane === name) return;
  document.body.dataset.pane = name;
  if (name === "text") closeCard();
  for (const button of document.querySelectorAll("nav button")) button.setAttribute("aria-pressed", String(button.dataset.show === name));
  network.redraw();
};
for (const button of document.querySelectorAll("nav button")) button.addEventListener("click", () => { showPane(button.dataset.show); if (button.dataset.show === "graph") fit(false); });
if (data.articles.length > 1) get("articles").append(make("option", { value: "all" }, `All ${toWords(data.articles.length)} articles together`));
data.articles.forEach((article, number) => get("articles").append(make("option", { value: number }, article.title)));
get("articles").hidden = data.articles.length < 2;
get("articles").addEventListener("change", () => openArticle(get("articles").value === "all" ? null : Number(get("articles").value)));
dark.addEventListener("change", () => { readColours(); paint(); });
addEventListener("hashchange", openAddress);

/** The panel ends where the legend begins. */
new ResizeObserver(() => document.body.style.setProperty("--low", `${get("legend").offsetHeight}px`)).observe(get("legend"));

if (!data.articles.length) document.body.dataset.bare = "yes";
noteStage("");
if (opened !== null) setScope(opened);
showText(toText());
fit(false);
if (onStage.size > CROWD && scope === null) nameHubs();
if (location.hash || data.focus === null) openAddress();
else {
  opening = false;
  select({ node: data.focus });
}
document.body.dataset.ready = "yes";
