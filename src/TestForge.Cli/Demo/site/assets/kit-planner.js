customElements.define('kit-planner', class extends HTMLElement {
  connectedCallback() {
    const items = [['Tent', 1900], ['Stove', 410], ['Blanket', 850], ['Lantern', 240], ['Kettle', 180]];
    const root = this.attachShadow({ mode: 'open' });
    root.innerHTML = `<style>
      fieldset { border: 1px solid #d8d2c2; border-radius: 10px; background: #fff; padding: 1rem 1.25rem; max-width: 26rem; }
      legend { font-weight: 650; padding: 0 .4rem; }
      label { display: flex; gap: .6rem; align-items: center; min-height: 2.1rem; }
      label span { margin-left: auto; color: #56625d; }
      input { width: 1.2rem; height: 1.2rem; accent-color: #1f4b43; }
      button { font: inherit; min-height: 2.3rem; padding: 0 1rem; border: 1px solid #1f4b43; border-radius: 8px; background: #fff; color: #1f4b43; cursor: pointer; }
      p { font-weight: 650; }
    </style>
    <fieldset><legend>What do you carry?</legend>
      ${items.map(([name, grams]) => `<label><input type="checkbox" value="${grams}"> ${name} <span>${grams} g</span></label>`).join('')}
      <p role="status">Total: 0 g</p>
      <button type="button">Clear all</button>
    </fieldset>`;
    const boxes = [...root.querySelectorAll('input')];
    const add = () => {
      const total = boxes.filter((box) => box.checked).reduce((sum, box) => sum + Number(box.value), 0);
      root.querySelector('p').textContent = `Total: ${total} g`;
    };
    root.addEventListener('change', add);
    root.querySelector('button').addEventListener('click', () => {
      boxes.forEach((box) => { box.checked = false; });
      add();
    });
  }
});
