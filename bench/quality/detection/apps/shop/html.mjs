import { categories } from './data.mjs';

const signs = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
export const esc = (text) => String(text ?? '').replace(/[&<>"']/g, (sign) => signs[sign]);
export const money = (cents) => `€ ${(cents / 100).toFixed(2)}`;
export const date = (at) => at.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** One labelled field with its message. */
export function field({ name, label, type = 'text', value = '', error, autocomplete, extra = '' }) {
  const described = error ? ` aria-invalid="true" aria-describedby="${name}-error"` : '';
  const complete = autocomplete ? ` autocomplete="${autocomplete}"` : '';
  return `<p class="field"><label for="${name}">${label}</label>
<input id="${name}" name="${name}" type="${type}" value="${esc(value)}"${complete}${described}${extra}>
${error ? `<span class="error" id="${name}-error">${esc(error)}</span>` : ''}</p>`;
}

export function layout({ title, body, visit, count }) {
  const account = visit.user
    ? `<a href="/orders">My orders</a> <form class="inline" method="post" action="/sign-out"><button class="quiet">Sign out</button></form>`
    : `<a href="/sign-in">Sign in</a>`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${esc(title)} – Fern &amp; Fell</title>
<link rel="stylesheet" href="/style.css">
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<script src="/shop.js" defer></script>
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header>
<a class="brand" href="/">Fern &amp; Fell</a>
<nav aria-label="Main">
<a href="/products">Products</a>
<a href="/delivery">Delivery</a>
<a href="/contact">Contact</a>
<a href="/cart">Cart (<span id="cart-count">${count}</span>)</a>
${account}
</nav>
</header>
<main id="main">
<h1>${esc(title)}</h1>
${visit.flash ? `<p class="flash" role="status">${esc(visit.flash)}</p>` : ''}
${body}
</main>
<footer>
<p>Fern &amp; Fell, outdoor goods that last.</p>
<nav aria-label="Categories">${categories.map((c) => `<a href="/products?category=${c}">${c}</a>`).join(' ')}</nav>
</footer>
</body>
</html>`;
}
