// What a page looks like to somebody who reads it large, narrow or by keyboard; each answer is a list of what is wrong.
window.measure = (() => {
  const say = (one) => `${one.tagName.toLowerCase()}${one.id ? `#${one.id}` : ""}.${one.getAttribute("class") || ""} «${
    (one.getAttribute("aria-label") || one.textContent).trim().slice(0, 40)}»`;
  const seen = (one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true, contentVisibilityAuto: true });
  const above = function* (one) { for (let up = one; up; up = up.parentElement) yield up; };
  // Words for screen readers only are cut on purpose.
  const aside = (one) => [...above(one)].some((up) => getComputedStyle(up).clipPath.startsWith("inset"));
  const meet = (a, b) => ({ left: Math.max(a.left, b.left), right: Math.min(a.right, b.right), top: Math.max(a.top, b.top), bottom: Math.min(a.bottom, b.bottom) });
  const room = (r) => Math.max(0, r.right - r.left) * Math.max(0, r.bottom - r.top);

  // Each line of text that is shown: its element, its box, and what of it can be seen without scrolling its frame.
  const lines = () => {
    const found = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), range = document.createRange();
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const one = node.parentElement;
      if (!node.data.trim() || one.closest("title, desc, script, style, option") || !seen(one) || aside(one)) continue;
      range.selectNodeContents(node);
      for (const box of range.getClientRects()) if (box.width > 1) found.push({ one, box });
    }
    return found;
  };
  const frames = (one) => [...above(one)].filter((up) => up !== document.body && up !== document.documentElement && !(up instanceof SVGElement)
    && getComputedStyle(up).overflow !== "visible");
  const shown = ({ one, box }) => frames(one).reduce((rest, up) => meet(rest, up.getBoundingClientRect()), box);

  const sideways = () => document.documentElement.scrollWidth > innerWidth
    ? [`the page is ${document.documentElement.scrollWidth} wide in ${innerWidth}`, ...lines().filter(({ one, box }) => box.right > innerWidth + 1 && !frames(one).length).slice(0, 3).map(({ one }) => say(one))] : [];

  // Text outside of the page, or of a frame that cannot be scrolled; and a hint longer than its box.
  const cut = () => {
    const wrong = lines().filter(({ one, box }) => {
      const round = frames(one);
      if (!round.length) return box.left < -1 || box.right > document.documentElement.scrollWidth + 1;
      const edge = round[0].getBoundingClientRect(), style = getComputedStyle(round[0]), stiff = (way) => ["hidden", "clip"].includes(way);
      return (stiff(style.overflowX) && (box.left < edge.left - 2 || box.right > edge.right + 2)) || (stiff(style.overflowY) && (box.top < edge.top - 4 || box.bottom > edge.bottom + 4));
    }).map(({ one }) => say(one));
    const pen = document.createElement("canvas").getContext("2d");
    for (const box of document.querySelectorAll("input[placeholder]")) {
      const style = getComputedStyle(box);
      pen.font = style.font;
      if (seen(box) && pen.measureText(box.placeholder).width > box.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight) + 1) wrong.push(`${say(box)}: “${box.placeholder}”`);
    }
    return [...new Set(wrong)];
  };

  // Two texts on one spot. Letters stand in the middle of their line; accents and tails may touch.
  const overlapping = () => {
    const all = lines().map((line) => ({ one: line.one, box: shown(line) })).filter(({ box }) => room(box) > 4).map(({ one, box }) => {
      const third = (box.bottom - box.top) * 0.3;
      return { one, box: { left: box.left + 1, right: box.right - 1, top: box.top + third, bottom: box.bottom - third } };
    }).sort((a, b) => a.box.top - b.box.top);
    const wrong = new Set();
    all.forEach((a, i) => {
      for (let j = i + 1; j < all.length && all[j].box.top < a.box.bottom; j++)
        if (a.one !== all[j].one && room(meet(a.box, all[j].box)) > 6) wrong.add(`${say(a.one)} and ${say(all[j].one)}`);
    });
    return [...wrong];
  };

  const REACHED = "a[href], button, input, select, textarea, summary, [tabindex]";
  // Of the choices of one question a single one is a stop; arrows lead to the others.
  const other = (one) => one.type === "radio" && one !== (document.querySelector(`input[name="${one.name}"]:checked`) || document.querySelector(`input[name="${one.name}"]`));
  const reachable = () => [...document.querySelectorAll(REACHED)].filter((one) => one.tabIndex >= 0 && seen(one) && !other(one));
  // WCAG 2.5.8: 24 by 24, or so far from others that a circle of 24 round it meets none; text links in a sentence, and shapes of a
  // map whose address a link of full size has too, are let off.
  const small = () => {
    const targets = reachable().filter((one) => one.matches("a, button, input, select, summary") && !aside(one)).map((one) => ({ one, box: one.getBoundingClientRect() }));
    const large = ({ box }) => box.width >= 23.9 && box.height >= 23.9;
    const inline = ({ one }) => getComputedStyle(one).display === "inline" && !(one instanceof SVGElement) && [...one.parentElement.childNodes].some((n) => n !== one && n.textContent.trim());
    const address = ({ one }) => one.getAttribute("href");
    const elsewhere = (small) => small.one instanceof SVGElement && [...document.querySelectorAll("a[href]")].some((other) => other !== small.one && !(other instanceof SVGElement) && other.getAttribute("href") === address(small));
    const near = (a, b) => {
      const x = (a.box.left + a.box.right) / 2, y = (a.box.top + a.box.bottom) / 2, bx = (b.box.left + b.box.right) / 2, by = (b.box.top + b.box.bottom) / 2;
      if (!large(b)) return Math.hypot(x - bx, y - by) < 24;
      return Math.hypot(x - Math.min(Math.max(x, b.box.left), b.box.right), y - Math.min(Math.max(y, b.box.top), b.box.bottom)) < 12;
    };
    return targets.filter((a) => !large(a) && !inline(a) && !elsewhere(a) && targets.some((b) => b !== a && !b.one.contains(a.one) && near(a, b)))
      .map(({ one, box }) => `${say(one)} ${box.width.toFixed(0)}×${box.height.toFixed(0)}`);
  };

  // How everything looks without focus, to hold against how it looks with it.
  const face = (one) => {
    const shape = one instanceof SVGElement ? one.querySelector("path, rect, circle") : null, style = getComputedStyle(one);
    return [style.outlineStyle === "none" ? "" : `${style.outlineWidth} ${style.outlineColor}`, style.boxShadow, shape ? `${getComputedStyle(shape).stroke} ${getComputedStyle(shape).strokeWidth}` : ""].join("|");
  };
  let plain = new Map(), known = [];
  const ready = () => { known = reachable(); plain = new Map(known.map((one) => [one, face(one)])); return known.length; };
  const stop = () => {
    const one = document.activeElement;
    if (!one || one === document.body || one === document.documentElement) return null;
    const box = one.getBoundingClientRect(), mid = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
    const spots = [mid, [box.left + 2, mid[1]], [box.right - 2, mid[1]], [mid[0], box.top + 2], [mid[0], box.bottom - 2]].map(([x, y]) => document.elementFromPoint(x, y)).filter(Boolean);
    return {
      number: known.indexOf(one), name: say(one), marked: face(one) !== plain.get(one), drawn: one instanceof SVGElement,
      hidden: !spots.some((at) => one.contains(at) || at.contains(one)) || box.width < 2, box: [box.left + scrollX, box.top + scrollY, box.right + scrollX, box.bottom + scrollY],
      first: Boolean(one.closest(".results, .entries") && one.closest("h2, h3")), within: Boolean(one.closest("main")) };
  };
  const unreached = (numbers) => known.filter((_, i) => !numbers.includes(i)).map(say);
  const odd = () => [...document.querySelectorAll("[tabindex]")].filter((one) => one.tabIndex > 0).map(say);
  return { sideways, cut, overlapping, small, ready, stop, unreached, odd };
})();
