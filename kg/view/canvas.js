// The graph on the right: vis-network draws; looks, light, places, and a picture of it.
let colours = {};
const readColours = () => {
  const style = getComputedStyle(document.documentElement);
  colours = {};
  for (const name of ["paper", "surface", "raised", "ink", "muted", "accent", "accent-soft", "edge", "edge-strong", "event-line", "denied",
    "person", "organisation", "place", "work", "group", "group-line", "topic"]) colours[name] = style.getPropertyValue(`--${name}`).trim();
};
/** Between two #rrggbb colours, ``part`` of the way. */
const mix = (from, to, part) => {
  const read = (colour) => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
  const [start, end] = [read(from), read(to)];
  return `#${start.map((value, at) => Math.round(value + (end[at] - value) * part).toString(16).padStart(2, "0")).join("")}`;
};

const lookOfNode = (node, on) => {
  const { family, stance, kind } = nodes[node.id];
  const faded = on && on.fades && !on.nodes.has(node.id);
  const chosen = on && on.chosen.has(node.id);
  const fill = kind === "event" ? colours.raised : colours[family] || colours.work;
  const line = kind === "event" ? (stance === "denied" ? colours.denied : colours["event-line"]) : family === "group" ? colours["group-line"] : fill;
  const border = chosen ? colours.accent : line;
  const background = chosen && kind === "event" ? colours["accent-soft"] : fill;
  return {
    id: node.id,
    hidden: veiled[node.id],
    opacity: faded ? 0.16 : 1,
    borderWidth: chosen ? 3 : 1.5,
    color: { background, border, highlight: { background, border: colours.accent }, hover: { background, border: colours.accent } },
    font: {
      ...node.font,
      color: faded ? mix(colours.ink, colours.paper, 0.8) : colours.ink,
      ...(node.font.ital && { ital: { ...node.font.ital, color: faded ? mix(colours.muted, colours.paper, 0.8) : colours.muted } }),
      strokeColor: colours.paper,
      strokeWidth: kind === "event" ? 0 : Math.max(4, node.font.size * 0.3),
    },
  };
};
const lookOfEdge = (edge, on) => {
  const lit = on && on.edges.has(edge.id);
  const faded = on && on.fades && !lit;
  const told = edge.stance === "denied" ? colours.denied : edge.kind === "role" || edge.kind === "background" ? colours.edge : colours["edge-strong"];
  const color = faded ? mix(told, colours.paper, 0.78) : lit && on.path ? colours.accent : lit && edge.stance !== "denied" ? colours["edge-strong"] : told;
  return {
    id: edge.id,
    hidden: isEdgeHidden(edge),
    label: (faded ? "" : lit && (edge.kind !== "role" || on.roomy.has(edge.id)) ? edge.words : edge.label) || " ", // vis-network keeps the old label instead of an empty one
    width: lit ? edge.width + (on.path ? 1.8 : on.edges.size > 40 ? 0 : 0.6) : edge.width,
    color: { color, highlight: colours.accent, hover: colours.accent, inherit: false },
    font: { ...stage.options.edges.font, color: lit ? colours.ink : colours.muted, strokeColor: colours.paper },
  };
};
/** The box that a node takes with its label. */
const roomOf = (id) => {
  const { x, y, room: [left, top, right, bottom] } = stage.nodes[id];
  return { left: x + left, top: y + top, right: x + right, bottom: y + bottom };
};
const apart = (one, other) => one.right < other.left || one.left > other.right || one.bottom < other.top || one.top > other.bottom;
/** The role edges whose words find room halfway between their ends, beside the boxes and words around them. */
const findRoom = (on) => {
  const rectangle = (edge) => {
    const lines = edge.words.split("\n");
    const [wide, high] = [Math.max(...lines.map((line) => line.length)) * 3.4 + 3, lines.length * 8 + 1];
    const [x, y] = ["x", "y"].map((axis) => (stage.nodes[edge.from][axis] + stage.nodes[edge.to][axis]) / 2);
    return { left: x - wide, right: x + wide, top: y - high, bottom: y + high };
  };
  const edges = [...on.edges].map((id) => stage.edges[id]);
  const taken = [...on.nodes].filter((id) => onStage.has(id)).map(roomOf);
  taken.push(...edges.filter((edge) => edge.kind !== "role").map(rectangle));
  const roomy = new Set();
  for (const edge of edges.filter((one) => one.kind === "role")) {
    const own = rectangle(edge);
    if (taken.every((box) => apart(own, box))) {
      roomy.add(edge.id);
      taken.push(own);
    }
  }
  return roomy;
};

readColours();
const onStage = new Set(stage.nodes.filter((node) => node.x !== undefined).map((node) => node.id));
const isDrawn = (edge) => onStage.has(edge.from) && onStage.has(edge.to);
const drawnNodes = new vis.DataSet(stage.nodes.filter((node) => onStage.has(node.id)).map((node) => ({ ...node, ...lookOfNode(node, null) })));
const drawnEdges = new vis.DataSet(stage.edges.filter(isDrawn).map((edge) => ({ ...edge, ...lookOfEdge(edge, null) })));
const CROWD = 200; // with more nodes names show only those of the best tied
const MANY = 400; // of so many nodes no fading follows the pointer
if (drawnEdges.length > 3 * MANY) stage.options.interaction.hideEdgesOnDrag = true;
const network = new vis.Network(get("stage"), { nodes: drawnNodes, edges: drawnEdges }, stage.options);

let selected = null; // {node}, {facts}, {chain}, or a card without a place on the stage
let pointed = null; // the same, under the pointer
let asked = 0;

const toFocus = (what) => {
  if (!what || (what.node === undefined && !what.facts && !what.path) || what.all) return null;
  const on = { nodes: new Set(), edges: new Set(), chosen: new Set(), fades: what === selected || onStage.size <= MANY, path: Boolean(what.path) };
  const tie = (edge) => { if (isDrawn(edge)) { on.edges.add(edge.id); on.nodes.add(edge.from); on.nodes.add(edge.to); } };
  if (what.node !== undefined) {
    on.nodes.add(what.node);
    on.chosen.add(what.node);
    edgesOf[what.node].forEach(tie);
  }
  for (const id of what.facts || []) {
    facts[id].nodes.forEach((node) => on.nodes.add(node));
    (edgesOfFact.get(id) || []).forEach(tie);
    if (facts[id].node !== undefined && what.facts.length === 1) on.chosen.add(facts[id].node);
  }
  for (const step of what.path || []) tie(step.edge);
  if (what.path) for (const node of what.chain) on.chosen.add(node);
  on.roomy = on.edges.size > 40 ? new Set() : findRoom(on);
  return on;
};
/** Hand vis-network only what looks different from before. */
const looks = new Map();
const update = (set, prefix, items) => set.update(items.filter((item) => {
  const look = JSON.stringify(item);
  const key = prefix + item.id;
  if (looks.get(key) === look) return false;
  looks.set(key, look);
  return true;
}));
const paint = () => {
  cancelAnimationFrame(asked);
  asked = requestAnimationFrame(() => {
    const on = toFocus(pointed || selected);
    update(drawnNodes, "n", [...onStage].map((id) => lookOfNode(stage.nodes[id], on)));
    update(drawnEdges, "e", stage.edges.filter(isDrawn).map((edge) => lookOfEdge(edge, on)));
  });
};
const lightUp = (what, scroll) => {
  if (what?.path) light(what.path.flatMap((step) => step.edge.facts), scroll);
  else if (what?.facts) light(what.facts, scroll);
  else if (what?.node === undefined) light([], false);
  else if (nodes[what.node].kind === "event") light([ownFact(what.node)], scroll);
  else lightNames(what.node, scroll);
};
const point = (what) => {
  pointed = what;
  lightUp(what || selected, false);
  paint();
};

// ---------------------------------------------------------------- more on the stage

/** Nodes tied to one that are not on the stage yet. */
const waiting = (node) => [...new Set(edgesOf[node].map((edge) => otherEnd(edge, node)))].filter((other) => !onStage.has(other));
/** Put nodes on the stage, each at a free place near one that is there. */
const summon = (ids, anchor) => {
  const added = ids.filter((id) => !onStage.has(id));
  if (!added.length) return;
  const taken = [...onStage].map(roomOf);
  const centre = anchor !== undefined && onStage.has(anchor) ? stage.nodes[anchor] : network.getViewPosition();
  for (const id of added) {
    place(stage.nodes[id], centre, taken);
    onStage.add(id);
    taken.push(roomOf(id));
  }
  drawnNodes.add(added.map((id) => ({ ...stage.nodes[id], ...lookOfNode(stage.nodes[id], null) })));
  drawnEdges.add([...new Set(added.flatMap((id) => edgesOf[id]))].filter(isDrawn).map((edge) => ({ ...edge, ...lookOfEdge(edge, null) })));
  fetched.push(...added);
  noteStage("");
};
const fetched = [];
const place = (node, centre, taken) => {
  for (let ring = 1; ring < 60; ring++) {
    for (let turn = 0; turn < 6 * ring; turn++) {
      const angle = (turn / (6 * ring)) * 2 * Math.PI + ring;
      node.x = Math.round(centre.x + ring * 90 * Math.cos(angle));
      node.y = Math.round(centre.y + ring * 62 * Math.sin(angle));
      const own = roomOf(node.id);
      if (taken.every((box) => apart(own, box))) return;
    }
  }
};

// ---------------------------------------------------------------- the view

const EDGE = 52; // what the tools take on the left
/** The part of the stage that neither tools nor panel cover, and how far its middle is from the stage's. */
const room = () => {
  const wide = get("stage").clientWidth;
  const high = get("stage").clientHeight;
  const shut = get("panel").hidden;
  const over = shut || narrow.matches ? 0 : Math.min(get("panel").offsetWidth + 24, wide - EDGE - 160);
  const low = shut || !narrow.matches ? 0 : Math.max(0, Math.min(get("panel").offsetHeight - get("legend").offsetHeight, high - 140));
  return { left: EDGE, right: wide - over, bottom: high - low, wide: wide - over - EDGE, high: high - low, offset: { x: (EDGE - over) / 2, y: -low / 2 } };
};
const frameOf = (ids) => {
  const boxes = ids.map(roomOf);
  const most = (side, pick) => boxes.reduce((found, box) => pick(found, box[side]), boxes[0][side]);
  return { left: most("left", Math.min), right: most("right", Math.max), top: most("top", Math.min), bottom: most("bottom", Math.max) };
};
const move = (to, animated) => network.moveTo({
  ...to, animation: animated && !still.matches ? { duration: 350, easingFunction: "easeInOutQuad" } : false,
});
const scaleFor = (box) => {
  const { wide, high } = room();
  return Math.min((wide - 34) / (box.right - box.left + 1), (high - 34) / (box.bottom - box.top + 1));
};
/** Show some nodes as large as they fit, but no larger than ``most``. */
const frame = (ids, most, animated) => {
  if (!ids.length) return;
  const box = frameOf(ids);
  move({ position: { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 }, scale: Math.min(scaleFor(box), most), offset: room().offset }, animated);
};
const seen = () => [...onStage].filter((id) => !veiled[id]);
/** Show the whole graph; or, when the page opens and the whole would be too small to read, its best tied node. */
const fit = (whole) => {
  const ids = seen();
  if (!ids.length) return;
  const small = !whole && scaleFor(frameOf(ids)) < 0.5 && ids.length <= CROWD;
  if (!small) return frame(ids, 1.15, false);
  const hub = data.focus ?? ids.reduce((a, b) => (edgesOf[b].length > edgesOf[a].length ? b : a));
  const box = frameOf(ringOf(hub));
  const fits = scaleFor(box);
  const position = fits < 0.6 ? stage.nodes[hub] : { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
  move({ position, scale: Math.max(0.6, Math.min(0.85, fits)), offset: room().offset }, false);
};
/** A node with those that are tied to it and can be seen. */
const ringOf = (node) => [...new Set([node, ...edgesOf[node].filter((edge) => isDrawn(edge) && !isEdgeHidden(edge)).map((edge) => otherEnd(edge, node))])];
/** In a drawing too large for its names, those of the best tied nodes can be read from afar. */
const hubs = [];
const nameHubs = () => {
  const size = 15 / network.getScale();
  const taken = [];
  for (const id of [...onStage].filter((one) => nodes[one].kind !== "event").sort((a, b) => edgesOf[b].length - edgesOf[a].length || a - b).slice(0, 60)) {
    const { x, y, label } = stage.nodes[id];
    const lines = label.split("\n").filter((line) => !line.startsWith("<i>"));
    const wide = Math.max(...lines.map((line) => line.length)) * size * 0.32;
    const own = { left: x - wide, right: x + wide, top: y - size, bottom: y + size * (lines.length * 1.3 + 0.6) };
    if (hubs.length >= 14 || !taken.every((box) => apart(own, box))) continue;
    taken.push(own);
    hubs.push(id);
  }
  drawnNodes.remove(hubs); // what comes last is drawn above the rest
  drawnNodes.add(hubs.map((id) => ({ ...stage.nodes[id], ...lookOfNode(stage.nodes[id], null) })));
  network.on("afterDrawing", () => {
    const size = scope === null ? Math.max(15, Math.round(15 / network.getScale())) : 15;
    if (Math.abs(size / stage.nodes[hubs[0]].font.size - 1) < 0.06) return;
    for (const id of hubs) stage.nodes[id].font = { ...stage.nodes[id].font, size };
    paint();
  });
  network.redraw();
};
/** Bring a node and its neighbours into the part of the stage that nothing covers. */
const bring = (node) => {
  const box = frameOf(ringOf(node));
  const { left, right, bottom, offset } = room();
  const first = network.canvasToDOM({ x: box.left, y: box.top });
  const last = network.canvasToDOM({ x: box.right, y: box.bottom });
  const scale = network.getScale();
  if (first.x > left && last.x < right - 4 && first.y > 4 && last.y < bottom - 4 && scale > 0.5) return;
  const fits = 0.96 * scaleFor(box);
  move({
    position: fits < 0.5 ? stage.nodes[node] : { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 },
    scale: Math.max(0.6, Math.min(fits, Math.max(scale, 0.8))),
    offset,
  }, true);
};
const zoom = (by) => network.moveTo({ scale: Math.min(4, Math.max(0.02, network.getScale() * by)), animation: still.matches ? false : { duration: 150, easingFunction: "easeInOutQuad" } });
const pan = (x, y) => {
  const { x: left, y: top } = network.getViewPosition();
  network.moveTo({ position: { x: left + x / network.getScale(), y: top + y / network.getScale() }, animation: false });
};

/** What the stage leaves out, or what else is to be said of it. */
const noteStage = (words) => {
  const all = nodes.length + data.left_out;
  const less = all > onStage.size ? `${toWords(onStage.size)} of ${toWords(all)} on stage, ${data.focus === null ? "those with most facts" : `near ${nodes[data.focus].label}`}; search and cards bring more` : "";
  get("note").textContent = words || less;
  get("note").hidden = !get("note").textContent;
  get("empty").hidden = nodes.length > 0 && (!words || seen().length > 0);
  get("empty").textContent = nodes.length ? "Everything is filtered out" : "No facts were found in this graph";
};

// ---------------------------------------------------------------- a picture

const HEAD = 64; // above the drawing, for the title; below it the legend finds the same room
/** Draw the view, twice as fine, with title and legend on a canvas of its own. */
const toPicture = () => new Promise((done) => {
  const wide = room().right;
  const high = get("stage").clientHeight;
  const full = get("stage").clientWidth;
  const [position, scale] = [network.getViewPosition(), network.getScale()];
  const out = make("canvas", { width: 2 * wide, height: 2 * high + 2 * HEAD });
  network.once("afterDrawing", (context) => {
    const ratio = context.canvas.width / (2 * full);
    const pen = out.getContext("2d");
    pen.fillStyle = colours.paper;
    pen.fillRect(0, 0, out.width, out.height);
    pen.drawImage(context.canvas, 0, 0, 2 * wide * ratio, 2 * high * ratio, 0, HEAD, 2 * wide, 2 * high);
    caption(pen, out.width, out.height);
    network.setSize("100%", "100%");
    network.moveTo({ position, scale, animation: false });
    network.redraw();
    done(out);
  });
  network.setSize(`${2 * full}px`, `${2 * high}px`);
  network.moveTo({ position, scale: 2 * scale, animation: false });
  network.redraw();
});
const caption = (pen, wide, high) => {
  const style = getComputedStyle(document.body);
  pen.textBaseline = "middle";
  pen.fillStyle = colours.ink;
  pen.font = `600 28px ${getComputedStyle(get("title")).fontFamily}`;
  pen.fillText(data.title, 28, HEAD / 2 + 6, wide - 56);
  pen.font = `22px ${style.fontFamily}`;
  let x = 28;
  for (const [family, label] of FAMILIES.filter(([name]) => seen().some((id) => nodes[id].family === name))) {
    pen.save();
    pen.translate(x, high - HEAD / 2 - 10);
    pen.scale(1.5, 1.5);
    pen.fillStyle = family === "event" ? colours.raised : colours[family];
    pen.strokeStyle = family === "event" ? colours["event-line"] : family === "group" ? colours["group-line"] : colours[family];
    pen.fill(new Path2D(MARKS[family]));
    pen.stroke(new Path2D(MARKS[family]));
    pen.restore();
    pen.fillStyle = colours.muted;
    pen.fillText(label, x + 30, high - HEAD / 2);
    x += 30 + pen.measureText(label).width + 34;
  }
};
const savePicture = async () => {
  const picture = await toPicture();
  picture.toBlob((blob) => {
    const link = make("a", { href: URL.createObjectURL(blob), download: `${plain(data.title).replace(/[^a-z0-9]+/g, "-").slice(0, 60).replace(/^-|-$/g, "") || "graph"}.png` });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
    toast("Picture saved");
  }, "image/png");
};
