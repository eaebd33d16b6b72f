"use strict";
// Data arrives as JSON and leaves as text: nothing here parses HTML.
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const { nodes, facts, stage } = data;
  const get = (id) => document.getElementById(id);
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const FAMILIES = [
    ["person", "People"], ["organisation", "Organisations"], ["place", "Places"], ["work", "Programmes and things"],
    ["group", "Groups"], ["topic", "Topics"], ["event", "Events"],
  ];
  const STANCES = ["asserted", "planned", "reported", "possible", "denied"];
  const DASH = { asserted: "", planned: "6 3", reported: "1.5 3", possible: "1.5 3", denied: "6 3 1.5 3" };
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
    const svg = draw("M0 4h22", "dash", "0 0 22 8");
    svg.firstChild.setAttribute("stroke-dasharray", DASH[stance]);
    return svg;
  };
  const say = (words) => { get("said").textContent = words; };

  // ---------------------------------------------------------------- what belongs to what
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
  for (const edge of stage.edges) {
    edgesOf[edge.from].push(edge);
    if (edge.to !== edge.from) edgesOf[edge.to].push(edge);
  }
  const edgesOfFact = new Map();
  for (const edge of stage.edges) {
    for (const fact of edge.facts) edgesOfFact.set(fact, [...(edgesOfFact.get(fact) || []), edge]);
  }

  // ---------------------------------------------------------------- the article
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
    const by = make("p", { class: "byline" }, byline);
    if (url) by.append(byline ? " · " : "", make("a", { href: url, rel: "noopener noreferrer", target: "_blank" }, "original"));
    parts.splice(headed ? 1 : 0, 0, ...(headed ? [] : [make("h2", { class: "head" }, title)]), ...(byline || url ? [by] : []));
    get("article").replaceChildren(...parts);
    get("articles").value = String(number);
    const first = get("article").querySelector(".word");
    if (first) first.tabIndex = 0;
  };

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
    const found = (number) => [...wordsAt[number]].filter(([, words]) => words.some((word) => word.node === node && word.kind !== "trigger"));
    const away = data.articles.findIndex((_, number) => found(number).length);
    if (scroll && away >= 0 && !found(shown).length) showArticle(away);
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

  // ---------------------------------------------------------------- the graph
  const hidden = { families: new Set(), stances: new Set() };
  let colours = {};
  const readColours = () => {
    const style = getComputedStyle(document.documentElement);
    colours = {};
    for (const name of ["paper", "surface", "raised", "ink", "muted", "accent", "accent-soft", "edge", "edge-strong", "event-line", "denied",
      "person", "organisation", "place", "work", "group", "group-line", "topic"]) colours[name] = style.getPropertyValue(`--${name}`).trim();
  };
  const isHidden = (node) => hidden.families.has(nodes[node].family) || (nodes[node].kind === "event" && hidden.stances.has(nodes[node].stance));

  const lookOfNode = (node, on) => {
    const { family, stance, kind } = nodes[node.id];
    const faded = on && !on.nodes.has(node.id);
    const chosen = on && on.chosen === node.id;
    const fill = kind === "event" ? colours.raised : colours[family] || colours.work;
    const line = kind === "event" ? (stance === "denied" ? colours.denied : colours["event-line"]) : family === "group" ? colours["group-line"] : fill;
    const border = chosen ? colours.accent : line;
    const background = chosen && kind === "event" ? colours["accent-soft"] : fill;
    return {
      id: node.id,
      hidden: isHidden(node.id),
      opacity: faded ? 0.16 : 1,
      borderWidth: chosen ? 3 : 1.5,
      color: { background, border, highlight: { background, border: colours.accent }, hover: { background, border: colours.accent } },
      font: {
        ...node.font,
        color: faded ? mix(colours.ink, colours.paper, 0.8) : colours.ink,
        strokeColor: colours.paper,
        strokeWidth: kind === "event" ? 0 : 4,
      },
    };
  };
  const lookOfEdge = (edge, on) => {
    const faded = on && !on.edges.has(edge.id);
    const told = edge.stance === "denied" ? colours.denied : edge.kind === "role" || edge.kind === "background" ? colours.edge : colours["edge-strong"];
    const lit = on && !faded;
    const color = faded ? mix(told, colours.paper, 0.78) : lit && edge.stance !== "denied" ? colours["edge-strong"] : told;
    return {
      id: edge.id,
      hidden: hidden.stances.has(edge.stance) || isHidden(edge.from) || isHidden(edge.to),
      label: (faded ? "" : lit && (edge.kind !== "role" || on.roomy.has(edge.id)) ? edge.words : edge.label) || " ", // vis-network keeps the old label instead of an empty one
      width: lit ? edge.width + 0.6 : edge.width,
      color: { color, highlight: colours.accent, hover: colours.accent, inherit: false },
      font: { ...stage.options.edges.font, color: lit ? colours.ink : colours.muted, strokeColor: colours.paper },
    };
  };
  /** The box that a node takes with its label. */
  const roomOf = (id) => {
    const { x, y, room: [left, top, right, bottom] } = stage.nodes[id];
    return { left: x + left, top: y + top, right: x + right, bottom: y + bottom };
  };
  /** The role edges whose words find room halfway between their ends, beside the boxes and words around them. */
  const findRoom = (on) => {
    const rectangle = (edge) => {
      const lines = edge.words.split("\n");
      const [wide, high] = [Math.max(...lines.map((line) => line.length)) * 3.4 + 3, lines.length * 8 + 1];
      const [x, y] = ["x", "y"].map((axis) => (stage.nodes[edge.from][axis] + stage.nodes[edge.to][axis]) / 2);
      return { left: x - wide, right: x + wide, top: y - high, bottom: y + high };
    };
    const edges = [...on.edges].map((id) => stage.edges[id]);
    const taken = [...on.nodes].map(roomOf);
    taken.push(...edges.filter((edge) => edge.kind !== "role").map(rectangle));
    const roomy = new Set();
    for (const edge of edges.filter((one) => one.kind === "role")) {
      const own = rectangle(edge);
      if (taken.every((box) => own.right < box.left || own.left > box.right || own.bottom < box.top || own.top > box.bottom)) {
        roomy.add(edge.id);
        taken.push(own);
      }
    }
    return roomy;
  };
  /** Between two #rrggbb colours, ``part`` of the way. */
  const mix = (from, to, part) => {
    const read = (colour) => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
    const [start, end] = [read(from), read(to)];
    return `#${start.map((value, at) => Math.round(value + (end[at] - value) * part).toString(16).padStart(2, "0")).join("")}`;
  };

  readColours();
  const drawnNodes = new vis.DataSet(stage.nodes.map((node) => ({ ...node, ...lookOfNode(node, null) })));
  const drawnEdges = new vis.DataSet(stage.edges.map((edge) => ({ ...edge, ...lookOfEdge(edge, null) })));
  const network = new vis.Network(get("stage"), { nodes: drawnNodes, edges: drawnEdges }, stage.options);

  let selected = null; // {node} or {facts} or null
  let pointed = null; // the same, under the pointer
  let asked = 0;

  const toFocus = (what) => {
    if (!what) return null;
    const on = { nodes: new Set(), edges: new Set(), chosen: null };
    const tie = (edge) => { on.edges.add(edge.id); on.nodes.add(edge.from); on.nodes.add(edge.to); };
    if (what.node !== undefined) {
      on.nodes.add(what.node);
      on.chosen = what.node;
      edgesOf[what.node].forEach(tie);
    }
    for (const id of what.facts || []) {
      facts[id].nodes.forEach((node) => on.nodes.add(node));
      (edgesOfFact.get(id) || []).forEach(tie);
      if (facts[id].node !== undefined && what.facts.length === 1) on.chosen = facts[id].node;
    }
    return on;
  };
  const paint = () => {
    cancelAnimationFrame(asked);
    asked = requestAnimationFrame(() => {
      const on = toFocus(pointed || selected);
      if (on) on.roomy = findRoom(on);
      drawnNodes.update(stage.nodes.map((node) => lookOfNode(node, on)));
      drawnEdges.update(stage.edges.map((edge) => lookOfEdge(edge, on)));
    });
  };
  const lightUp = (what, scroll) => {
    if (!what) light([], false);
    else if (what.facts) light(what.facts, scroll);
    else if (nodes[what.node].kind === "event") light(factsOf[what.node].filter((id) => facts[id].node === what.node), scroll);
    else lightNames(what.node, scroll);
  };
  const point = (what) => {
    pointed = what;
    lightUp(what || selected, false);
    paint();
  };

  const room = () => {
    const wide = get("graph").clientWidth;
    const over = get("panel").hidden || innerWidth <= 760 ? 0 : get("panel").offsetWidth + 24;
    return { wide: wide - over, over };
  };
  /** Show the whole graph; or, when the page opens and the whole would be too small to read, its best tied node. */
  const fit = (whole) => {
    network.fit({ maxZoomLevel: 1.15, animation: false });
    const low = get("legend").offsetHeight + 14;
    const high = get("graph").clientHeight;
    const { wide, over } = room();
    const scale = Math.min(network.getScale() * Math.min((high - low) / high, wide / (wide + over)) * 0.985, 1.15);
    const small = !whole && scale < (innerWidth <= 760 ? 0.5 : 0.42) && nodes.length && nodes.length <= 200;
    const hub = small ? nodes.map((_, at) => at).reduce((a, b) => (edgesOf[b].length > edgesOf[a].length ? b : a)) : null;
    network.moveTo({
      scale: small ? 0.72 : scale,
      ...(small && { position: network.getPosition(hub) }),
      offset: { x: -over / 2, y: -low / 2 },
      animation: false,
    });
  };
  /** Bring a node and its neighbours into the part of the stage that nothing covers. */
  const bring = (node) => {
    const { wide, over } = room();
    const low = innerWidth <= 760 && !get("panel").hidden ? get("panel").offsetHeight : get("legend").offsetHeight + 14;
    const high = get("graph").clientHeight - low;
    const near = new Set([node, ...edgesOf[node].filter((edge) => !isHidden(edge.from) && !isHidden(edge.to)).flatMap((edge) => [edge.from, edge.to])]);
    const boxes = [...near].map(roomOf);
    const box = {
      left: Math.min(...boxes.map((one) => one.left)), right: Math.max(...boxes.map((one) => one.right)),
      top: Math.min(...boxes.map((one) => one.top)), bottom: Math.max(...boxes.map((one) => one.bottom)),
    };
    const first = network.canvasToDOM({ x: box.left, y: box.top });
    const last = network.canvasToDOM({ x: box.right, y: box.bottom });
    const scale = network.getScale();
    if (first.x > 4 && last.x < wide - 4 && first.y > 4 && last.y < high - 4 && scale > 0.5) return;
    const fits = 0.92 * Math.min(wide / (box.right - box.left), high / (box.bottom - box.top));
    const middle = { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
    network.moveTo({
      position: fits < 0.5 ? network.getPosition(node) : middle,
      scale: Math.max(0.6, Math.min(fits, Math.max(scale, 0.8))),
      offset: { x: -over / 2, y: -low / 2 },
      animation: still.matches ? false : { duration: 350, easingFunction: "easeInOutQuad" },
    });
  };

  // ---------------------------------------------------------------- cards
  const nameOf = (node) => make("a", {
    href: `#node=${encodeURIComponent(nodes[node].iri)}`, class: `node ${nodes[node].family}`,
    onclick: (event) => { event.preventDefault(); select({ node }, true); },
  }, nodes[node].label);
  const badge = (stance) => (stance === "asserted" ? null : make("span", { class: `badge ${stance}` }, stance));
  const toPart = (part) => (part.n !== undefined ? nameOf(part.n) : make("span", {}, part.t, ...(part.note ? [make("span", { class: "note" }, ` (${part.note})`)] : [])));

  const toEvidence = (fact, told) => {
    const pieces = told.quote.map(([text, kind]) => (kind ? make("em", { class: kind }, text) : text));
    const go = () => { showPane("text"); light([fact.id], true); };
    const attributes = { tabindex: "0", role: "button", "aria-label": `${told.quote.map(([text]) => text).join("")} Show in the article`, onclick: go,
      onkeydown: (event) => { if (event.key === "Enter") go(); } };
    const how = [told.by?.length ? `said by ${told.by.join(", ")}` : "", told.stance && told.stance !== fact.stance ? told.stance : "",
      told.rule ? `rule ${told.rule}` : "", told.score ? `score ${told.score}` : ""].filter(Boolean).join(" · ");
    const parts = [make("blockquote", told.sentence ? attributes : {}, ...pieces)];
    if (how) parts.push(make("p", { class: "how" }, how));
    return parts;
  };
  const toFact = (id, owner) => {
    const fact = facts[id];
    const own = fact.node !== undefined && fact.node === owner; // the card's head already says it
    const parts = [];
    if (!own) {
      const told = make("p", { class: "told" });
      if (fact.kind === "quote") told.append(toPart(fact.parts[0]), " ", make("span", { class: "verb" }, "says"));
      else fact.parts.forEach((part, at) => told.append(at ? " " : "", part.t !== undefined ? make("span", { class: "verb" }, toPart(part)) : toPart(part)));
      if (fact.node !== undefined) parts.push(make("div", { class: "kind event" }, nodes[fact.node].class, badge(fact.stance)));
      else if (fact.stance !== "asserted") told.append(" ", badge(fact.stance));
      parts.push(told);
    }
    if (fact.rows) {
      const rows = fact.rows.flatMap(([label, values]) => [make("dt", {}, label),
        make("dd", {}, ...values.flatMap((value, at) => [at ? ", " : "", toPart(value)]))]);
      parts.push(make("dl", {}, ...rows));
    }
    const quotes = (fact.marks || []).map((one) => toEvidence(fact, one));
    const most = fact.kind === "quote" || own ? quotes.length : 1;
    quotes.slice(0, most).forEach((quote) => parts.push(...quote));
    const rest = quotes.slice(most);
    if (rest.length) parts.push(make("details", {}, make("summary", {}, rest.length === 1 ? "One more sentence" : `${rest.length} more sentences`), ...rest.flat()));
    if (fact.kind === "background") {
      const source = fact.source ? make("a", { href: fact.source, rel: "noopener noreferrer", target: "_blank" }, "source") : "";
      parts.push(make("p", { class: "how" }, "Background knowledge, not from the article", source ? " · " : "", source));
    }
    const element = make("div", { class: "fact", onmouseenter: () => point({ facts: [id] }), onmouseleave: () => point(null) }, ...parts);
    element.dataset.fact = id;
    return element;
  };

  const linkName = (link) => {
    const url = new URL(link);
    const last = url.pathname.split("/").filter(Boolean).pop() || "";
    if (url.hostname.endsWith("wikidata.org")) return `Wikidata ${last}`;
    if (url.hostname.endsWith("geonames.org")) return `GeoNames ${last}`;
    return url.hostname.replace(/^www\./, "");
  };
  const linkOf = (link) => {
    try {
      const url = new URL(link);
      if (url.protocol !== "https:" && url.protocol !== "http:") return null;
      return make("a", { href: url.href, rel: "noopener noreferrer", target: "_blank" }, linkName(link));
    } catch { return null; }
  };
  const kindOf = (node) => make("div", { class: `kind ${node.family}` }, mark(node.family), make("span", {}, node.class || node.family), node.kind === "event" ? badge(node.stance) : null);

  const GROUPS = [
    ["What happened", (fact) => fact.kind === "event"], ["Posts", (fact) => fact.kind === "post"], ["Relations", (fact) => fact.kind === "fact"],
    ["Quotations", (fact) => fact.kind === "quote"], ["Background", (fact) => fact.kind === "background"],
  ];
  const toGroups = (ids, owner) => GROUPS.flatMap(([label, fits]) => {
    const found = ids.filter((id) => fits(facts[id]) && !(facts[id].node !== undefined && facts[id].node === owner));
    return found.length ? [make("h3", {}, `${label} (${found.length})`), ...found.map((id) => toFact(id, owner))] : [];
  });
  const nodeCard = (number) => {
    const node = nodes[number];
    const parts = [kindOf(node), make("h2", {}, make("bdi", {}, node.label))];
    if (node.aliases.length) parts.push(make("p", { class: "also" }, `Also: ${node.aliases.join(", ")}`));
    const links = node.links.map(linkOf).filter(Boolean);
    if (links.length) parts.push(make("div", { class: "links" }, ...links));
    const own = factsOf[number].find((id) => facts[id].node === number);
    if (own !== undefined) parts.push(toFact(own, number));
    return [...parts, ...toGroups(factsOf[number], number)];
  };
  const factsCard = (ids, label) => [make("h2", {}, label), ...toGroups(ids)];

  const openCard = (parts, label) => {
    get("card").replaceChildren(...parts);
    get("panel").hidden = false;
    document.body.dataset.panel = "open";
    get("panel").scrollTop = 0;
    say(label);
  };

  const closeCard = () => {
    get("panel").hidden = true;
    delete document.body.dataset.panel;
  };

  // ---------------------------------------------------------------- choosing
  /** Show a node, some facts, or nothing; the address remembers a node, so that a link opens it again. */
  const select = (what, move) => {
    selected = what;
    pointed = null;
    if (!what) closeCard();
    else if (what.node !== undefined) openCard(nodeCard(what.node), nodes[what.node].label);
    else openCard(factsCard(what.facts, what.label), `${what.label}: ${what.facts.length}`);
    lightUp(what?.all ? null : what, Boolean(what) && !what.fromText);
    network.unselectAll();
    if (what?.all) selected = null;
    paint();
    if (move && what?.node !== undefined) bring(what.node);
    const hash = what?.node !== undefined ? `#node=${encodeURIComponent(nodes[what.node].iri)}` : "";
    if (location.hash !== hash) history.replaceState(null, "", hash || location.pathname + location.search);
  };
  const openAddress = () => {
    const found = /^#node=(.*)$/.exec(location.hash);
    if (!found) return;
    let iri = "";
    try { iri = decodeURIComponent(found[1]); } catch { return; }
    const node = nodes.findIndex((one) => one.iri === iri);
    if (node >= 0) select({ node }, true);
  };
  const chooseEdge = (id) => {
    const edge = stage.edges[id];
    if (edge.kind === "role") select({ node: nodes[edge.from].kind === "event" ? edge.from : edge.to });
    else select({ facts: edge.facts, label: `${nodes[edge.from].label} → ${nodes[edge.to].label}` });
  };
  const chooseWords = (element) => {
    const at = Number(element.dataset.segment);
    const words = (wordsAt[shown].get(at) || []).filter((word) => word.kind !== "quote");
    if (!words.length) return;
    const ids = [...new Set(words.map((word) => word.fact))].sort((a, b) => a - b);
    select({ facts: ids, label: `“${element.textContent.trim()}”`, fromText: true });
  };

  network.on("click", ({ nodes: found, edges }) => {
    if (found.length) select({ node: found[0] }, true);
    else if (edges.length) chooseEdge(edges[0]);
    else select(null);
  });
  network.on("hoverNode", ({ node }) => lightUp({ node }, false));
  network.on("hoverEdge", ({ edge }) => light(stage.edges[edge].facts, false));
  for (const name of ["blurNode", "blurEdge"]) network.on(name, () => lightUp(selected, false));
  for (const name of ["hoverNode", "hoverEdge"]) network.on(name, () => { get("stage").style.cursor = "pointer"; });
  for (const name of ["blurNode", "blurEdge"]) network.on(name, () => { get("stage").style.cursor = ""; });

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
      const next = all[all.indexOf(element) + step];
      if (next) { element.tabIndex = -1; next.tabIndex = 0; next.focus(); }
      event.preventDefault();
    } else if (event.key === "Enter" || event.key === " ") {
      chooseWords(element);
      event.preventDefault();
    }
  });

  // ---------------------------------------------------------------- legend, search, keys
  const toChip = (label, count, icon, cls, set, name) => make("button", {
    type: "button", class: `chip ${cls}`, "aria-pressed": "true", "aria-label": `${label}, ${count}`,
    onclick: (event) => {
      const off = !set.has(name);
      if (off) set.add(name); else set.delete(name);
      event.currentTarget.setAttribute("aria-pressed", String(!off));
      paint();
    },
  }, icon, label, make("span", { class: "count" }, String(count)));
  for (const [family, label] of FAMILIES) {
    const count = nodes.filter((node) => node.family === family).length;
    if (count) get("families").append(toChip(label, count, mark(family), family, hidden.families, family));
  }
  const moods = STANCES.map((stance) => [stance, facts.filter((fact) => fact.stance === stance && fact.kind !== "quote" && fact.kind !== "background").length]).filter(([, count]) => count);
  if (moods.length > 1) {
    for (const [stance, count] of moods) get("stances").append(toChip(stance[0].toUpperCase() + stance.slice(1), count, dash(stance), stance, hidden.stances, stance));
  }
  const told = (count) => count.toLocaleString("en");
  if (data.left_out > 0) {
    get("note").hidden = false;
    get("note").textContent = `Showing the ${told(nodes.length)} with most facts of ${told(nodes.length + data.left_out)}`;
  } else if (!nodes.length) {
    get("note").hidden = false;
    get("note").textContent = "No facts were found in this graph";
  }

  const plain = (words) => words.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const index = nodes.map((node, at) => ({ at, names: [node.label, ...node.aliases].map(plain) }));
  const rank = (names, wanted) => {
    const best = Math.min(...names.map((name) => (name.startsWith(wanted) ? 0 : name.includes(` ${wanted}`) ? 1 : name.includes(wanted) ? 2 : 9)));
    return best;
  };
  let offered = [];
  let chosen = -1;
  const offer = () => {
    const wanted = plain(get("search").value.trim());
    offered = !wanted ? [] : index.map((one) => ({ at: one.at, rank: rank(one.names, wanted) })).filter((one) => one.rank < 9)
      .sort((a, b) => a.rank - b.rank || (nodes[a.at].kind === "event") - (nodes[b.at].kind === "event") || factsOf[b.at].length - factsOf[a.at].length || a.at - b.at)
      .slice(0, 8).map((one) => one.at);
    chosen = offered.length ? 0 : -1;
    const items = offered.map((at, number) => make("li", { role: "option", id: `found-${number}`, class: nodes[at].family, onmousedown: (event) => { event.preventDefault(); take(number); } },
      mark(nodes[at].family), make("span", { class: "name" }, nodes[at].label), make("span", { class: "class" }, nodes[at].class)));
    get("found").replaceChildren(...(wanted && !items.length ? [make("li", { class: "none" }, "Nothing by that name")] : items));
    get("found").hidden = !wanted;
    get("search").setAttribute("aria-expanded", String(Boolean(wanted)));
    markOffer();
  };
  const markOffer = () => {
    [...get("found").children].forEach((item, at) => item.setAttribute("aria-selected", String(at === chosen)));
    if (chosen >= 0) get("search").setAttribute("aria-activedescendant", `found-${chosen}`);
    else get("search").removeAttribute("aria-activedescendant");
  };
  const take = (number) => {
    const node = offered[number];
    if (node === undefined) return;
    get("search").value = "";
    offer();
    get("search").blur();
    showPane("graph");
    select({ node }, true);
  };
  get("search").addEventListener("input", offer);
  get("search").addEventListener("blur", () => { get("found").hidden = true; get("search").setAttribute("aria-expanded", "false"); });
  get("search").addEventListener("focus", () => { if (get("search").value) offer(); });
  get("search").addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (offered.length) chosen = (chosen + (event.key === "ArrowDown" ? 1 : -1) + offered.length) % offered.length;
      markOffer();
      event.preventDefault();
    } else if (event.key === "Enter") take(chosen);
    else if (event.key === "Escape") { get("search").value = ""; offer(); get("search").blur(); event.stopPropagation(); }
  });

  /** The nearest visible node in a direction, by distance and by how far it strays from the direction. */
  const next = (from, [dx, dy]) => {
    const start = network.getPosition(from);
    let best = null;
    for (const node of stage.nodes) {
      if (node.id === from || isHidden(node.id)) continue;
      const [x, y] = [node.x - start.x, node.y - start.y];
      const along = x * dx + y * dy;
      const cost = along + 2.5 * Math.abs(x * dy - y * dx);
      if (along > 0 && (!best || cost < best.cost)) best = { id: node.id, cost };
    }
    return best && best.id;
  };
  get("stage").addEventListener("keydown", (event) => {
    const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (way && nodes.length) {
      const from = selected?.node;
      const to = from === undefined ? stage.nodes.find((node) => !isHidden(node.id))?.id : next(from, way);
      if (to !== null && to !== undefined) select({ node: to }, true);
      event.preventDefault();
    } else if (event.key === "Enter" && !get("panel").hidden) get("panel").focus();
    else if (event.key === "+" || event.key === "=") zoom(1.25);
    else if (event.key === "-") zoom(0.8);
    else if (event.key === "0") fit(true);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") select(null);
    else if (event.key === "/" && !/^(INPUT|SELECT)$/.test(document.activeElement.tagName)) { get("search").focus(); event.preventDefault(); }
  });
  const zoom = (by) => network.moveTo({ scale: network.getScale() * by, animation: still.matches ? false : { duration: 150, easingFunction: "easeInOutQuad" } });
  get("closer").addEventListener("click", () => zoom(1.3));
  get("farther").addEventListener("click", () => zoom(1 / 1.3));
  get("fit").addEventListener("click", () => fit(true));
  get("close").addEventListener("click", () => select(null));
  get("all").addEventListener("click", () => select({ facts: facts.map((fact) => fact.id), label: "All facts", all: true }));

  const showPane = (name) => {
    if (innerWidth > 760 || document.body.dataset.pane === name) return;
    document.body.dataset.pane = name;
    if (name === "text") closeCard();
    for (const button of document.querySelectorAll("nav button")) button.setAttribute("aria-pressed", String(button.dataset.show === name));
    network.redraw();
  };
  for (const button of document.querySelectorAll("nav button")) button.addEventListener("click", () => { showPane(button.dataset.show); if (button.dataset.show === "graph") fit(false); });
  data.articles.forEach((article, number) => get("articles").append(make("option", { value: number }, article.title)));
  get("articles").hidden = data.articles.length < 2;
  get("articles").addEventListener("change", () => { showArticle(Number(get("articles").value)); lightUp(selected, false); });
  dark.addEventListener("change", () => { readColours(); paint(); });
  addEventListener("hashchange", openAddress);

  showArticle(0);
  if (!data.articles.length) get("text").hidden = true;
  fit(false);
  openAddress();
  document.body.dataset.ready = "yes";
})();
