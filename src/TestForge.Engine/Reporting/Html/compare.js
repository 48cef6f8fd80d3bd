// Two pictures of the same place in one frame: the page at the time of a failure and as it was explored, or a part of it and
// its baseline. The page as explored is taken from where the report shows it already, so that the file does not hold it twice.
document.addEventListener('DOMContentLoaded', () => {
  const pictureOf = (figure) => {
    const place = CSS.escape(figure.dataset.with);
    const other = document.querySelector(`[data-page="${place}"] img, [data-row="${place}"] img`);
    if (!other) return null;
    const picture = document.createElement('img');
    picture.src = other.src;
    picture.alt = 'The same place when it was explored';
    picture.loading = 'lazy';
    return picture;
  };
  for (const figure of document.querySelectorAll('figure.compare')) {
    const [now, baseline] = figure.querySelectorAll('img:not([data-marked], [data-heat])');
    const [marked, heat] = [figure.querySelector('img[data-marked]'), figure.querySelector('img[data-heat]')];
    const before = baseline ?? pictureOf(figure);
    if (!before || !now) continue;

    const what = baseline ? 'Baseline' : 'As explored';
    const modes = [['now', 'Now'], ['before', what], ['beside', 'Side by side'], ['slider', 'Slider'], ['onion', 'Fade'], [marked ? 'marked' : 'difference', 'Difference']];
    if (heat) modes.push(['heat', 'Heat map']);
    const stage = document.createElement('div');
    stage.className = 'stage';
    now.replaceWith(stage);
    stage.append(now, before, ...[marked, heat].filter(Boolean));

    const fade = document.createElement('input');
    fade.type = 'range';
    fade.min = '0';
    fade.max = '100';
    fade.value = '50';
    fade.setAttribute('aria-label', baseline ? 'How much of the baseline shows' : 'How much of the page as explored shows');
    const bar = document.createElement('div');
    bar.className = 'modes';
    bar.setAttribute('role', 'group');
    bar.setAttribute('aria-label', baseline ? 'Compare with the baseline' : 'Compare with the page as explored');
    const show = (mode) => {
      figure.dataset.mode = mode;
      fade.hidden = mode !== 'onion' && mode !== 'slider';
      before.style.opacity = mode === 'onion' ? fade.value / 100 : '';
      before.style.clipPath = mode === 'slider' ? `inset(0 ${100 - fade.value}% 0 0)` : '';
      stage.style.setProperty('--at', `${before.clientWidth * fade.value / 100}px`);
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
    fade.addEventListener('input', () => show(figure.dataset.mode));
    figure.prepend(bar);
    stage.after(fade);
    show(marked ? 'marked' : 'now');
  }
});
