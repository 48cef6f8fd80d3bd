// The page at the time of a failure and as it was explored, in one frame. The second picture is taken from where the
// report shows it already, so that the file does not hold it twice.
document.addEventListener('DOMContentLoaded', () => {
  const modes = [['now', 'Now'], ['before', 'As explored'], ['beside', 'Side by side'], ['onion', 'Fade'], ['difference', 'Difference']];
  for (const figure of document.querySelectorAll('figure.compare')) {
    const place = CSS.escape(figure.dataset.with);
    const other = document.querySelector(`[data-page="${place}"] img, [data-row="${place}"] img`);
    const now = figure.querySelector('img');
    if (!other || !now) continue;

    const before = document.createElement('img');
    before.src = other.src;
    before.alt = 'The same place when it was explored';
    before.loading = 'lazy';
    const stage = document.createElement('div');
    stage.className = 'stage';
    now.replaceWith(stage);
    stage.append(now, before);

    const fade = document.createElement('input');
    fade.type = 'range';
    fade.min = '0';
    fade.max = '100';
    fade.value = '50';
    fade.setAttribute('aria-label', 'How much of the page as explored shows');
    const bar = document.createElement('div');
    bar.className = 'modes';
    bar.setAttribute('role', 'group');
    bar.setAttribute('aria-label', 'Compare with the page as explored');
    const show = (mode) => {
      figure.dataset.mode = mode;
      fade.hidden = mode !== 'onion';
      before.style.opacity = mode === 'onion' ? fade.value / 100 : '';
      for (const button of bar.children) button.setAttribute('aria-pressed', String(button.dataset.mode === mode));
    };
    for (const [mode, name] of modes) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'quiet';
      button.dataset.mode = mode;
      button.textContent = name;
      button.addEventListener('click', () => show(mode));
      bar.append(button);
    }
    fade.addEventListener('input', () => show('onion'));
    figure.prepend(bar);
    stage.after(fade);
    show('now');
  }
});
