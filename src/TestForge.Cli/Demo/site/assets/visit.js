// The banner this script looks for was taken off the page; the script was forgotten.
document.getElementById('market-day-banner').classList.add('visible');
