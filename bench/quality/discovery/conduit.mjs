// Serves a built RealWorld front end ("Conduit") and the API its specification describes, from memory, with articles of three authors.
// Prints its address. One user may sign in: reader@example.test, password "reader-1".
// usage: node conduit.mjs DIST_FOLDER
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';

const folder = process.argv[2];
const types = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.png': 'image/png', '.ico': 'image/x-icon', '.json': 'application/json' };
const at = '2026-01-02T03:04:05.000Z';
const users = [['anna', 'reader@example.test'], ['bert', 'bert@example.test'], ['cleo', 'cleo@example.test']].map(([username, email]) => ({ username, email, bio: `About ${username}`, image: '', password: 'reader-1', follows: new Set() }));
const topics = ['gardens', 'rivers', 'bridges', 'kitchens', 'trains'];
const articles = Array.from({ length: 23 }, (_, i) => article(users[i % 3], { title: `Notes on ${topics[i % 5]} ${i + 1}`, description: `What to know of ${topics[i % 5]}`, body: `A **short** text about ${topics[i % 5]}.`, tagList: [topics[i % 5], topics[(i + 2) % 5]] }));
const favorites = new Set();

function article(author, { title = '', description = '', body = '', tagList = [] }) {
  return { slug: title.toLowerCase().replace(/[^a-z0-9]+/g, '-'), title, description, body, tagList, createdAt: at, updatedAt: at, author, comments: [] };
}

const profileOf = (user, me) => ({ username: user.username, bio: user.bio, image: user.image, following: me?.follows.has(user.username) ?? false });
const accountOf = (user) => ({ email: user.email, username: user.username, bio: user.bio, image: user.image, token: user.username });
const shown = (item, me) => ({ ...item, comments: undefined, author: profileOf(item.author, me), favorited: me ? favorites.has(`${me.username} ${item.slug}`) : false, favoritesCount: [...favorites].filter((f) => f.endsWith(` ${item.slug}`)).length });
const commentOf = (comment, me) => ({ ...comment, author: profileOf(comment.author, me) });
const needed = (me) => me ?? fail(401, 'token', 'is missing');
const found = (item) => item ?? fail(404, 'resource', 'is not found');
const mine = (item, me) => (item.author === needed(me) ? item : fail(403, 'resource', 'belongs to another'));
function fail(status, field, message) { throw { status, body: { errors: { [field]: [message] } } }; }

function list(query, me, all) {
  const tag = query.get('tag'), author = query.get('author'), favorited = query.get('favorited');
  const kept = all.filter((a) => (!tag || a.tagList.includes(tag)) && (!author || a.author.username === author) && (!favorited || favorites.has(`${favorited} ${a.slug}`)));
  const offset = Number(query.get('offset') ?? 0);
  return { articles: kept.slice(offset, offset + Number(query.get('limit') ?? 20)).map((a) => shown(a, me)), articlesCount: kept.length };
}

const bySlug = (slug) => found(articles.find((a) => a.slug === decodeURIComponent(slug)));
const byName = (name) => found(users.find((u) => u.username === decodeURIComponent(name)));
const routes = [
  ['POST', /^users\/login$/, ({ body }) => ({ user: accountOf(users.find((u) => u.email === body.user?.email && u.password === body.user?.password) ?? fail(403, 'email or password', 'is invalid')) })],
  ['POST', /^users$/, ({ body }) => {
    const { username, email, password } = body.user ?? {};
    if (!username || !email || !password) fail(422, 'body', "can't be empty");
    if (users.some((u) => u.username === username || u.email === email)) fail(422, 'username', 'has already been taken');
    users.push({ username, email, password, bio: '', image: '', follows: new Set() });
    return { user: accountOf(users.at(-1)) };
  }],
  ['GET', /^user$/, ({ me }) => ({ user: accountOf(needed(me)) })],
  ['PUT', /^user$/, ({ me, body }) => ({ user: accountOf(Object.assign(needed(me), { bio: body.user?.bio ?? me.bio, image: body.user?.image ?? me.image })) })],
  ['GET', /^tags$/, () => ({ tags: topics })],
  ['GET', /^profiles\/([^/]+)$/, ({ me, at: [name] }) => ({ profile: profileOf(byName(name), me) })],
  ['POST', /^profiles\/([^/]+)\/follow$/, ({ me, at: [name] }) => { needed(me).follows.add(name); return { profile: profileOf(byName(name), me) }; }],
  ['DELETE', /^profiles\/([^/]+)\/follow$/, ({ me, at: [name] }) => { needed(me).follows.delete(name); return { profile: profileOf(byName(name), me) }; }],
  ['GET', /^articles$/, ({ me, query }) => list(query, me, articles)],
  ['GET', /^articles\/feed$/, ({ me, query }) => list(query, needed(me), articles.filter((a) => me.follows.has(a.author.username)))],
  ['POST', /^articles$/, ({ me, body }) => { const made = article(needed(me), body.article ?? {}); if (!made.title) fail(422, 'title', "can't be empty"); articles.unshift(made); return { article: shown(made, me) }; }],
  ['GET', /^articles\/([^/]+)$/, ({ me, at: [slug] }) => ({ article: shown(bySlug(slug), me) })],
  ['PUT', /^articles\/([^/]+)$/, ({ me, at: [slug], body }) => { const { title, description, body: text } = body.article ?? {}; const item = mine(bySlug(slug), me); Object.assign(item, { title: title ?? item.title, description: description ?? item.description, body: text ?? item.body }); return { article: shown(item, me) }; }],
  ['DELETE', /^articles\/([^/]+)$/, ({ me, at: [slug] }) => { articles.splice(articles.indexOf(mine(bySlug(slug), me)), 1); return {}; }],
  ['GET', /^articles\/([^/]+)\/comments$/, ({ me, at: [slug] }) => ({ comments: bySlug(slug).comments.map((c) => commentOf(c, me)) })],
  ['POST', /^articles\/([^/]+)\/comments$/, ({ me, at: [slug], body }) => { const { comments } = bySlug(slug); comments.push({ id: comments.length + 1, createdAt: at, updatedAt: at, body: body.comment?.body ?? '', author: needed(me) }); return { comment: commentOf(comments.at(-1), me) }; }],
  ['POST', /^articles\/([^/]+)\/favorite$/, ({ me, at: [slug] }) => { const item = bySlug(slug); favorites.add(`${needed(me).username} ${item.slug}`); return { article: shown(item, me) }; }],
  ['DELETE', /^articles\/([^/]+)\/favorite$/, ({ me, at: [slug] }) => { const item = bySlug(slug); favorites.delete(`${needed(me).username} ${item.slug}`); return { article: shown(item, me) }; }],
];

async function answer(request, url) {
  let text = '';
  for await (const chunk of request) text += chunk;
  const name = request.headers.authorization?.replace(/^\w+ /, '');
  for (const [method, pattern, act] of routes) {
    const match = method === request.method && pattern.exec(url.pathname.replace(/^\/api\//, ''));
    if (match) return act({ me: users.find((u) => u.username === name), at: match.slice(1), query: url.searchParams, body: text ? JSON.parse(text) : {} });
  }
  return fail(404, 'path', 'is not known');
}

const server = createServer(async (request, response) => {
  const url = new URL(request.url, 'http://conduit');
  if (url.pathname.startsWith('/api/')) {
    const [status, body] = await answer(request, url).then((result) => [200, result], (error) => [error.status ?? 500, error.body ?? { errors: { server: [String(error)] } }]);
    return response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
  }
  const path = normalize(url.pathname).replace(/\/$/, '/index.html');
  const file = await readFile(join(folder, path)).catch(() => undefined);
  return response.writeHead(file ? 200 : 404, { 'Content-Type': file ? types[extname(path)] ?? 'application/octet-stream' : 'text/plain' }).end(file ?? 'not found');
});
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}/`));
