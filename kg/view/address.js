// The address holds the view: what is selected, the chain, what is filtered, what was fetched, and where one looks.
let looking = false; // whether the reader has moved the view, so that the address should hold it
let opening = true; // until the address is read first
/** A page of several articles that cannot be read together opens on the first of them. */
const opened = data.articles.length > 1 && data.focus === null && onStage.size > CROWD ? 0 : null;

const toAddress = () => {
  const held = new URLSearchParams();
  if (selected?.node !== undefined) held.set("node", nodes[selected.node].iri);
  else if (selected?.chain) for (const [name, node] of [["from", selected.chain[0]], ["to", selected.chain[1]]]) { if (node !== null) held.set(name, nodes[node].iri); }
  else if (selected?.all) held.set("show", "facts");
  else if (selected?.filter) held.set("show", "filter");
  for (const [kind, names] of Object.entries(hidden)) for (const name of [...names].sort()) held.append(`no-${kind}`, name);
  if (least > 0) held.set("least", String(least));
  for (const node of fetched) held.append("with", nodes[node].iri);
  if (scope !== opened) held.set("scope", scope === null ? "all" : String(scope));
  if (shown !== toText()) held.set("article", String(shown));
  if (looking) {
    const { x, y } = network.getViewPosition();
    held.set("view", [Math.round(x), Math.round(y), network.getScale().toFixed(3)].join(","));
  }
  const text = String(held);
  return text && `#${text}`;
};
const keepAddress = () => {
  if (opening || location.hash === toAddress()) return;
  try { history.replaceState(null, "", toAddress() || location.pathname + location.search); } catch { /* a frame without an address of its own, as in a notebook */ }
};
const openAddress = () => {
  if (location.hash === toAddress()) { opening = false; return; }
  const held = new URLSearchParams(location.hash.slice(1));
  const find = (name) => nodeOfIri.get(held.get(name));
  opening = true;
  clearFilters();
  for (const kind of Object.keys(hidden)) hidden[kind] = new Set(held.getAll(`no-${kind}`));
  least = Math.min(1, Math.max(0, Number(held.get("least")) || 0));
  const wanted = held.get("scope");
  setScope(wanted === "all" ? null : data.articles[wanted] ? Number(wanted) : opened);
  showText(Number(held.get("article") ?? toText()));
  for (const iri of held.getAll("with")) if (nodeOfIri.has(iri)) summon([nodeOfIri.get(iri)], edgesOf[nodeOfIri.get(iri)].map((edge) => otherEnd(edge, nodeOfIri.get(iri))).find((id) => onStage.has(id)));
  if (find("node") !== undefined) select({ node: find("node") }, true);
  else if (find("from") !== undefined) connect(find("from"), find("to") ?? null);
  else if (held.get("show") === "facts") showAll();
  else if (held.get("show") === "filter") showFilter();
  else if (selected) select(null);
  showFilters();
  const view = (held.get("view") || "").split(",").map(Number);
  if (view.length === 3 && view.every(Number.isFinite) && view[2] > 0) {
    looking = true;
    move({ position: { x: view[0], y: view[1] }, scale: view[2] }, false);
  }
  opening = false;
};

let vanish = 0;
const toast = (words) => {
  get("toast").textContent = words;
  get("toast").hidden = false;
  clearTimeout(vanish);
  vanish = setTimeout(() => { get("toast").hidden = true; }, 2600);
};
const linkCard = (what) => [make("h2", {}, "A link to this view"), make("p", { class: "about" }, "It opens the page with the same selection, filters and zoom."),
  make("input", { class: "field", readonly: "", value: what.link, "aria-label": "Link", onfocus: (event) => event.target.select() })];
const copyLink = async () => {
  looking = true;
  keepAddress();
  try {
    await navigator.clipboard.writeText(location.href);
    toast("Link copied");
  } catch {
    select({ link: location.href });
    get("card").querySelector("input").focus();
  }
};
