// Names as they are typed: suggestions under a field, for the search and for the ends of a chain.
const plain = (words) => words.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const index = nodes.map((node, at) => ({ at, names: [node.label, ...node.aliases].map(plain) }));
const rank = (names, wanted) => Math.min(...names.map((name) => (name.startsWith(wanted) ? 0 : name.includes(` ${wanted}`) ? 1 : name.includes(wanted) ? 2 : 9)));
const suggest = (words) => {
  const wanted = plain(words.trim());
  return !wanted ? [] : index.map((one) => ({ at: one.at, rank: rank(one.names, wanted) })).filter((one) => one.rank < 9)
    .sort((a, b) => a.rank - b.rank || (nodes[a.at].kind === "event") - (nodes[b.at].kind === "event") || factsOf[b.at].length - factsOf[a.at].length || a.at - b.at)
    .slice(0, 8).map((one) => one.at);
};

let said = null; // fact -> its sentences in plain letters
/** The facts whose sentences hold some words. */
const findSaid = (words) => {
  said ??= facts.map((fact) => (fact.marks || []).map((one) => plain(one.quote.map(([text]) => text).join(""))).join("\n"));
  const wanted = plain(words.trim());
  return wanted.length < 3 ? [] : facts.map((fact) => fact.id).filter((id) => said[id].includes(wanted));
};

/** Make a field offer names in a list below it (the combobox pattern of WAI-ARIA) and hand over the node that is taken. */
const offerIn = (input, list, take, takeFacts) => {
  let offered = [];
  let chosen = -1;
  const close = () => { list.hidden = true; input.setAttribute("aria-expanded", "false"); input.removeAttribute("aria-activedescendant"); };
  const choose = (number) => {
    chosen = number;
    [...list.children].forEach((item, at) => item.setAttribute("aria-selected", String(at === chosen)));
    if (chosen >= 0) {
      input.setAttribute("aria-activedescendant", `${list.id}-${chosen}`);
      list.children[chosen].scrollIntoView({ block: "nearest" });
    } else input.removeAttribute("aria-activedescendant");
  };
  const accept = (number) => {
    if (offered[number] === undefined) return;
    close();
    if (offered[number].facts) takeFacts(offered[number]);
    else take(offered[number]);
  };
  const offer = () => {
    offered = suggest(input.value);
    const wanted = input.value.trim();
    const items = offered.map((at, number) => make("li", { role: "option", id: `${list.id}-${number}`, class: nodes[at].family, onmousedown: (event) => { event.preventDefault(); accept(number); } },
      mark(nodes[at].family), make("span", { class: "name" }, nodes[at].label), make("span", { class: "class" }, nodes[at].class)));
    const found = takeFacts ? findSaid(wanted) : [];
    if (found.length) {
      const number = offered.push({ facts: found, label: `“${wanted}”` }) - 1;
      items.push(make("li", { role: "option", id: `${list.id}-${number}`, class: "wide", onmousedown: (event) => { event.preventDefault(); accept(number); } },
        make("span", { class: "name" }, found.length === 1 ? `One fact from a sentence with “${wanted}”` : `${toWords(found.length)} facts from sentences with “${wanted}”`)));
    }
    list.replaceChildren(...(wanted && !items.length ? [make("li", { class: "none" }, "Nothing by that name")] : items));
    list.hidden = !wanted;
    input.setAttribute("aria-expanded", String(Boolean(wanted)));
    choose(offered.length ? 0 : -1);
    if (wanted) say(offered.length ? `${offered.length} found` : "Nothing by that name");
  };
  input.addEventListener("input", offer);
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (list.hidden) offer();
      else if (offered.length) choose((chosen + (event.key === "ArrowDown" ? 1 : -1) + offered.length) % offered.length);
      event.preventDefault();
    } else if (event.key === "Enter" && !list.hidden) accept(chosen);
    else if (event.key === "Escape" && !list.hidden) { close(); event.stopPropagation(); }
  });
};
offerIn(get("search"), get("found"), (node) => {
  get("search").value = "";
  get("search").blur();
  showPane("graph");
  select({ node }, true);
  get("stage").focus({ preventScroll: true });
}, (found) => {
  get("search").blur();
  select(found);
});
