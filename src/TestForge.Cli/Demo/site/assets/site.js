document.querySelectorAll('[role=tablist]').forEach((list) => {
  const tabs = [...list.querySelectorAll('[role=tab]')];
  const choose = (tab) => {
    tabs.forEach((other) => {
      const chosen = other === tab;
      other.setAttribute('aria-selected', String(chosen));
      other.tabIndex = chosen ? 0 : -1;
      document.getElementById(other.getAttribute('aria-controls')).hidden = !chosen;
    });
    tab.focus();
  };
  list.addEventListener('click', (event) => {
    const tab = event.target.closest('[role=tab]');
    if (tab) choose(tab);
  });
  list.addEventListener('keydown', (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (event.key === 'Home') choose(tabs[0]);
    else if (event.key === 'End') choose(tabs[tabs.length - 1]);
    else if (step) choose(tabs[(tabs.indexOf(document.activeElement) + step + tabs.length) % tabs.length]);
    else return;
    event.preventDefault();
  });
});

document.querySelectorAll('[data-opens]').forEach((button) =>
  button.addEventListener('click', () => document.getElementById(button.dataset.opens).showModal()));
document.querySelectorAll('[data-closes]').forEach((button) =>
  button.addEventListener('click', () => document.getElementById(button.dataset.closes).close()));
