// The map: folding, moving, zooming and choosing. Every text is already in the document; nothing is made of strings.
(() => {
  const [COLUMN, ROW, WIDTH, HEIGHT] = [424, 84, 240, 64];
  const FEW_WAYS = 60;
  const MOST_FOUND = 60;
  const SVG = 'http://www.w3.org/2000/svg';

  document.addEventListener('DOMContentLoaded', () => {
    const svg = document.getElementById('graph');
    if (svg) map(svg);
  });

  function map(svg) {
    const tools = document.getElementById('map-tools');
    const live = tools.querySelector('.live');
    const panel = document.getElementById('map-panel');
    const overlay = document.getElementById('ways');
    const table = document.getElementById('map-table');
    const rows = new Map([...table.querySelectorAll('[data-row]')].map((row) => [row.dataset.row, row]));
    const pictures = new Map([...document.querySelectorAll('#pages [data-page]')].map((item) => [item.dataset.page, item.querySelector('img')]));
    const root = { kids: [], open: true, all: false, states: true, level: 0, element: null };
    const byId = new Map();
    let showStates = false;
    let chosen = null;
    let view = { x: -12, y: -12, k: 1 };

    const nodes = [...svg.querySelectorAll('.node')].map((element) => {
      const has = (name) => element.classList.contains(name);
      const node = {
        element, id: element.dataset.node, parent: byId.get(element.dataset.parent) ?? root, kids: [], state: has('state'), more: has('more'), overflow: has('overflow'),
        open: 'open' in element.dataset, all: false, states: false, level: Number(element.dataset.level), fold: element.querySelector('[data-chip=fold] text'),
      };
      node.parent.kids.push(node);
      byId.set(node.id, node);
      return node;
    });
    const pictureOf = (id) => rows.get(id)?.querySelector('img') ?? pictures.get(id);

    // The same walk as on the server: the first child shares its parent's row.
    function place() {
      let row = -1;
      root.shown = true;
      for (const node of nodes) {
        const up = node.parent;
        node.shown = up.shown && (node.state ? up.state ? up.open : showStates || up.states : up.open) && (node.more ? !up.all : !node.overflow || up.all);
        node.begun = false;
        node.element.classList.toggle('gone', !node.shown);
        if (!node.shown) continue;
        node.row = up !== root && !up.begun ? up.row : (row += 1);
        up.begun = true;
        node.x = (node.level - 1) * COLUMN;
        node.y = node.row * ROW;
        node.element.setAttribute('transform', `translate(${node.x} ${node.y})`);
        if (up !== root) {
          const rise = (up.row - node.row) * ROW;
          node.element.querySelector('.edge').setAttribute('d', rise === 0 ? `M${WIDTH - COLUMN} 32H-3` : `M${WIDTH - COLUMN} ${32 + rise}h10q8 0 8 8V24q0 8 8 8H-3`);
        }
        if (node.fold) node.fold.textContent = node.open ? '−' : String(node.kids.filter((kid) => !kid.state && !kid.more).length);
        if (node.kids.length) node.element.setAttribute('aria-expanded', String(node.open));
        // Said as it is seen: who speaks to the computer says what stands there.
        node.element.setAttribute('aria-label', node.element.textContent.replace(/\s+/g, ' ').trim());
      }
      ways();
      look();
    }

    // Ways that are not lines of the tree: all of them on a small map, else those of the chosen box.
    const others = [];
    for (const [id, row] of rows) {
      for (const item of row.cells[2].querySelectorAll('[data-to]')) {
        const [from, to] = [byId.get(id), byId.get(item.dataset.to)];
        if (from && to && from !== to && to.parent !== from) others.push({ from, to });
      }
    }
    function ways() {
      const drawn = others.filter((way) => way.from.shown && way.to.shown && (others.length <= FEW_WAYS || way.from === chosen || way.to === chosen));
      overlay.replaceChildren(...drawn.map(({ from, to }) => {
        const path = document.createElementNS(SVG, 'path');
        const right = from.x < to.x;
        const [x1, y1, x2, y2] = [from.x + (right ? WIDTH : WIDTH / 2), from.y + (right ? HEIGHT / 2 : HEIGHT), right ? to.x - 3 : to.x + WIDTH / 2, right ? to.y + HEIGHT / 2 : to.y + (from.y < to.y ? -3 : HEIGHT + 3)];
        const bend = right ? 70 : 34;
        path.setAttribute('d', right ? `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}` : `M${x1} ${y1}C${x1 + bend} ${y1 + bend} ${x2 - bend} ${y2 + (from.y < to.y ? -bend : bend)} ${x2} ${y2}`);
        path.setAttribute('class', from === chosen || to === chosen ? 'way chosen' : 'way');
        path.setAttribute('marker-end', 'url(#tip)');
        return path;
      }));
    }

    // Moving and zooming
    const size = () => ({ w: svg.clientWidth || 600, h: svg.clientHeight || 400 });
    function look() {
      const { w, h } = size();
      const [width, height] = [w / view.k, h / view.k];
      svg.setAttribute('viewBox', `${view.x} ${view.y} ${width} ${height}`);
      if (view.k < .3) return;
      for (const node of nodes) {
        if (!node.shown || node.pictured || node.x > view.x + width || node.x + WIDTH < view.x || node.y > view.y + height || node.y + HEIGHT < view.y) continue;
        node.pictured = true;
        const thumb = node.element.querySelector('.thumb');
        const source = thumb && pictureOf(node.id);
        if (!source) continue;
        const image = document.createElementNS(SVG, 'image');
        for (const name of ['x', 'y', 'width', 'height']) image.setAttribute(name, thumb.getAttribute(name));
        image.setAttribute('preserveAspectRatio', 'xMidYMin slice');
        image.setAttribute('href', source.src);
        thumb.after(image);
      }
    }
    function zoom(by, px, py) {
      const { w, h } = size();
      const [ax, ay] = [px ?? w / 2, py ?? h / 2];
      const k = Math.min(3, Math.max(.04, view.k * by));
      view = { x: view.x + ax / view.k - ax / k, y: view.y + ay / view.k - ay / k, k };
      look();
    }
    function move(dx, dy) {
      view = { ...view, x: view.x - dx / view.k, y: view.y - dy / view.k };
      look();
    }
    const extent = () => {
      const shown = nodes.filter((node) => node.shown);
      return { w: Math.max(...shown.map((n) => n.x)) + WIDTH + 40, h: Math.max(...shown.map((n) => n.y)) + HEIGHT + 24 };
    };
    function fit(least = .04) {
      const { w, h } = size();
      const all = extent();
      const k = Math.min(1.25, Math.max(least, Math.min(w / all.w, h / all.h)));
      view = { x: -12, y: -12, k };
      look();
    }
    function reveal(node, centre) {
      for (let up = node.parent; up !== root; up = up.parent) up.open = true;
      if (node.overflow) node.parent.all = true;
      for (let at = node; at !== root; at = at.parent) {
        if (at.overflow) at.parent.all = true;
        if (at.state) at.parent.states = true;
      }
      place();
      const { w, h } = size();
      const [width, height] = [w / view.k, h / view.k];
      const outside = node.x < view.x || node.y < view.y || node.x + WIDTH > view.x + width || node.y + HEIGHT > view.y + height;
      if (centre || outside) {
        // Off the middle by as much as there is room for, so that the parent is seen too.
        const aside = node.parent === root ? 0 : Math.min(COLUMN / 2, Math.max(0, (width - WIDTH) / 2 - 20));
        view = { ...view, x: node.x + WIDTH / 2 - width / 2 - aside, y: node.y + HEIGHT / 2 - height / 2 };
        look();
      }
    }

    // Choosing
    function focus(node) {
      for (const other of nodes) other.element.setAttribute('tabindex', other === node ? '0' : '-1');
      node.element.focus({ preventScroll: true });
    }
    function choose(node) {
      if (node.more) {
        const at = nodes.indexOf(node);
        node.parent.all = true;
        place();
        focus(nodes[at + 1]);
        return;
      }
      chosen?.element.setAttribute('aria-selected', 'false');
      chosen = node;
      node.element.setAttribute('aria-selected', 'true');
      show(node);
      reveal(node, false);
    }
    function show(node) {
      const row = rows.get(node.id);
      panel.hidden = !row;
      svg.parentElement.classList.toggle('two', !!row);
      if (!row) return;
      const copy = (from, tag) => {
        const element = document.createElement(tag);
        element.append(...[...from.childNodes].filter((child) => child.nodeName !== 'IMG').map((child) => child.cloneNode(true)));
        return element;
      };
      const title = document.createElement('h3');
      title.append(row.cells[0].querySelector('bdi').cloneNode(true));
      const address = document.createElement('p');
      address.className = 'address';
      address.append(row.cells[0].querySelector('small').cloneNode(true));
      const parts = [title, address];
      const source = pictureOf(node.id);
      if (source) {
        const image = document.createElement('img');
        image.src = source.src;
        image.alt = '';
        parts.push(image);
      }
      for (const cell of [...row.cells].slice(1)) {
        const heading = document.createElement('h4');
        heading.textContent = cell.dataset.label;
        const content = copy(cell, 'div');
        if (content.textContent.trim() === '') content.textContent = 'none known';
        for (const item of content.querySelectorAll('[data-to]')) {
          if (!byId.has(item.dataset.to)) continue;
          const button = document.createElement('button');
          button.type = 'button';
          button.append(...item.childNodes);
          button.addEventListener('click', () => go(item.dataset.to));
          item.append(button);
        }
        parts.push(heading, content);
      }
      panel.replaceChildren(...parts);
      panel.scrollTop = 0;
    }
    function go(id) {
      const node = byId.get(id);
      choose(node);
      focus(node);
    }

    // Keyboard: a tree as screen readers know it.
    svg.setAttribute('role', 'tree');
    svg.setAttribute('aria-label', 'Map of the application');
    svg.classList.add('live');
    for (const node of nodes) {
      const { element } = node;
      element.setAttribute('role', 'treeitem');
      element.setAttribute('aria-level', String(node.level));
      element.setAttribute('aria-selected', 'false');
      element.setAttribute('tabindex', node === nodes[0] ? '0' : '-1');
    }
    const keys = {
      ArrowDown: (node, shown, at) => shown[at + 1],
      ArrowUp: (node, shown, at) => shown[at - 1],
      Home: (node, shown) => shown[0],
      End: (node, shown) => shown.at(-1),
      ArrowRight: (node) => {
        const kid = node.kids.find((k) => k.shown);
        if (kid || node.kids.length === 0) return kid;
        node.open = true;
        place();
        return node;
      },
      ArrowLeft: (node) => {
        if (!node.kids.some((k) => k.shown)) return node.parent === root ? null : node.parent;
        node.open = node.states = false;
        place();
        return node;
      },
      Enter: (node) => { choose(node); },
      ' ': (node) => { choose(node); },
      s: (node) => { node.states = !node.states; place(); },
    };
    svg.addEventListener('keydown', (event) => {
      const node = byId.get(event.target.closest('.node')?.dataset.node);
      if (!node || event.ctrlKey || event.metaKey || event.altKey) return;
      const steps = { ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] };
      if (event.shiftKey && steps[event.key]) move(...steps[event.key]);
      else if (event.key === '+' || event.key === '=') zoom(1.25);
      else if (event.key === '-') zoom(.8);
      else if (event.key === '0') fit();
      else if (keys[event.key]) {
        const shown = nodes.filter((n) => n.shown);
        const next = keys[event.key](node, shown, shown.indexOf(node));
        if (next) {
          reveal(next, false);
          focus(next);
        }
      } else return;
      event.preventDefault();
    });

    // Mouse, pen and touch
    const held = new Map();
    let travelled = 0;
    svg.addEventListener('pointerdown', (event) => {
      if (held.size === 0) travelled = 0;
      held.set(event.pointerId, event);
    });
    svg.addEventListener('pointermove', (event) => {
      const before = held.get(event.pointerId);
      if (!before) return;
      const [dx, dy] = [event.clientX - before.clientX, event.clientY - before.clientY];
      travelled += Math.abs(dx) + Math.abs(dy);
      const other = [...held.values()].find((touch) => touch.pointerId !== event.pointerId);
      held.set(event.pointerId, event);
      if (travelled < 5) return;
      svg.setPointerCapture(event.pointerId);
      svg.classList.add('moving');
      if (other) {
        const frame = svg.getBoundingClientRect();
        const apart = (p) => Math.hypot(p.clientX - other.clientX, p.clientY - other.clientY) || 1;
        zoom(apart(event) / apart(before), (event.clientX + other.clientX) / 2 - frame.left, (event.clientY + other.clientY) / 2 - frame.top);
      } else move(dx, dy);
    });
    const release = (event) => {
      held.delete(event.pointerId);
      svg.classList.remove('moving');
    };
    for (const name of ['pointerup', 'pointercancel', 'pointerleave']) svg.addEventListener(name, release);
    svg.addEventListener('click', (event) => {
      const node = byId.get(event.target.closest('.node')?.dataset.node);
      if (!node || travelled > 5) return;
      const chip = event.target.closest('[data-chip]')?.dataset.chip;
      if (chip === 'fold') node.open = !node.open;
      if (chip === 'states') node.states = !node.states;
      if (chip) place();
      else choose(node);
      if (!node.more) focus(node);
    });
    svg.addEventListener('wheel', (event) => {
      // The wheel belongs to the page until the reader has come into the map.
      if (!event.ctrlKey && !svg.contains(document.activeElement)) return;
      event.preventDefault();
      const frame = svg.getBoundingClientRect();
      zoom(Math.exp(-event.deltaY / 400), event.clientX - frame.left, event.clientY - frame.top);
    }, { passive: false });

    // Tools
    function find() {
      const words = tools.elements.q.value.toLowerCase().split(/\s+/).filter(Boolean);
      const want = tools.elements.show.value;
      const asked = words.length > 0 || want !== '';
      const found = nodes.filter((node) => {
        if (node.more || (want && !node.element.classList.contains(want))) return false;
        const row = rows.get(node.id);
        node.text ??= `${node.element.dataset.label} ${row?.textContent ?? ''}`.toLowerCase();
        return words.every((word) => node.text.includes(word));
      });
      const hits = new Set(found);
      if (asked) {
        for (const node of found.slice(0, MOST_FOUND)) {
          for (let at = node; at !== root; at = at.parent) {
            at.parent.open = true;
            if (at.overflow) at.parent.all = true;
            if (at.state) at.parent.states = true;
          }
        }
        place();
      }
      for (const node of nodes) node.element.classList.toggle('dim', asked && !hits.has(node));
      live.textContent = asked ? `${found.length} of ${nodes.filter((node) => !node.more).length} match` : '';
      return found;
    }
    let timer;
    tools.addEventListener('input', () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        const [first] = find();
        if (first && live.textContent) reveal(first, true);
      }, 120);
    });
    tools.addEventListener('submit', (event) => {
      event.preventDefault();
      const [first] = find();
      if (!first) return;
      go(first.id);
      svg.scrollIntoView({ block: 'nearest' });
    });
    tools.addEventListener('click', (event) => {
      const button = event.target.closest('[data-do]');
      if (!button) return;
      const pressed = button.getAttribute('aria-pressed') !== 'true';
      if (button.hasAttribute('aria-pressed')) button.setAttribute('aria-pressed', String(pressed));
      switch (button.dataset.do) {
        case 'in': zoom(1.25); break;
        case 'out': zoom(.8); break;
        case 'fit': fit(); break;
        case 'states':
          showStates = pressed;
          place();
          break;
        case 'unfold':
          root.all = pressed;
          for (const node of nodes) node.open = node.all = pressed || (node.parent === root && !pressed && 'open' in node.element.dataset);
          place();
          fit(pressed ? .04 : .5);
          break;
      }
    });
    tools.hidden = false;
    document.querySelector('.map-help').hidden = false;
    place();
    fit(.62);
    new ResizeObserver(look).observe(svg);
  }
})();
