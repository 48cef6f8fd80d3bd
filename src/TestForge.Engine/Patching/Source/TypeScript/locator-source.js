'use strict';
// Finds a locator in a source file, and tells whether two versions of a file differ in that locator alone.
const fs = require('node:fs');
const { parse } = require('@babel/parser');

const MAKERS = new Set(['locator', 'getByRole', 'getByTestId', 'getByLabel', 'getByPlaceholder', 'getByText', 'getByAltText', 'getByTitle']);

function read(text, file) {
  const plugins = [['decorators-legacy']];
  if (/\.[cm]?tsx?$/.test(file)) plugins.push('typescript');
  if (/x$/.test(file) || /\.[cm]?js$/.test(file)) plugins.push('jsx');
  return parse(text, { sourceType: 'unambiguous', plugins, allowReturnOutsideFunction: true, errorRecovery: false });
}

const isNode = (value) => value !== null && typeof value === 'object' && typeof value.type === 'string';

function* nodesOf(node) {
  yield node;
  for (const value of Object.values(node)) {
    for (const inner of Array.isArray(value) ? value : [value]) if (isNode(inner)) yield* nodesOf(inner);
  }
}

const isCall = (node, start) => (node.type === 'CallExpression' || node.type === 'OptionalCallExpression')
  && /MemberExpression$/.test(node.callee.type) && !node.callee.computed
  && (start === undefined ? true : node.callee.property.start === start);

function find({ text, file, line, column, method }) {
  const calls = [...nodesOf(read(text, file).program)].filter((n) => isCall(n) && n.callee.property.name === method);
  const here = calls.filter((c) => c.callee.property.loc.start.line === line);
  const call = here.find((c) => c.callee.property.loc.start.column === column - 1) ?? (here.length === 1 ? here[0] : undefined);
  if (!call) return { found: false };
  const names = call.arguments.map(literalOf);
  return {
    found: true,
    start: call.callee.property.start,
    end: call.end,
    line: call.callee.property.loc.start.line,
    text: text.slice(call.callee.property.start, call.end),
    receiver: text.slice(call.callee.object.start, call.callee.object.end),
    method,
    literal: names.every((n) => n !== undefined),
    value: typeof names[0] === 'string' ? names[0] : undefined,
    name: typeof names[1]?.name === 'string' ? names[1].name : undefined,
    exact: names[1]?.exact === true,
    others: Object.keys(names[1] ?? {}).filter((k) => k !== 'name' && k !== 'exact'),
    quote: quoteOf(...call.arguments) ?? quoteOf(read(text, file).program) ?? "'",
  };
}

/** The value that a literal has: a text, a pattern, a number, or an object of such; undefined for anything computed. */
function literalOf(node) {
  switch (node.type) {
    case 'StringLiteral': case 'NumericLiteral': case 'BooleanLiteral': return node.value;
    case 'TemplateLiteral': return node.expressions.length === 0 ? node.quasis[0].value.cooked : undefined;
    case 'RegExpLiteral': return { pattern: node.pattern, flags: node.flags };
    case 'ObjectExpression': {
      const object = {};
      for (const property of node.properties) {
        if (property.type !== 'ObjectProperty' || property.computed) return undefined;
        const value = literalOf(property.value);
        if (value === undefined) return undefined;
        object[property.key.name ?? property.key.value] = value;
      }
      return object;
    }
    default: return undefined;
  }
}

function quoteOf(...nodes) {
  const counts = {};
  for (const { type, extra } of nodes.flatMap((node) => [...nodesOf(node)])) {
    if (type === 'StringLiteral' && extra?.raw) counts[extra.raw[0]] = (counts[extra.raw[0]] ?? 0) + 1;
  }
  return Object.keys(counts).sort((one, other) => counts[other] - counts[one])[0];
}

/** Returns what differs beside the locators that begin at the given places of the old text; undefined when nothing does. */
function difference({ before, after, file, starts }) {
  const [old, now] = [read(before, file), read(after, file)];
  const patched = new Set();
  const differs = compare(old.program, now.program, '');
  if (differs) return differs;
  if (patched.size !== starts.length) return 'a locator that should have changed was not found';
  const comments = ({ comments: all }) => JSON.stringify((all ?? []).map((c) => [c.type, c.value]));
  return comments(old) === comments(now) ? undefined : 'a comment';

  function compare(one, other, path) {
    if (Array.isArray(one)) {
      if (!Array.isArray(other) || one.length !== other.length) return path;
      for (let i = 0; i < one.length; i++) {
        const inner = compare(one[i], other[i], `${path}[${i}]`);
        if (inner) return inner;
      }
      return undefined;
    }
    if (one === null || typeof one !== 'object') return Object.is(one, other) ? undefined : path;
    if (other === null || typeof other !== 'object' || Array.isArray(other)) return path;
    if (isNode(one) && isCall(one) && starts.includes(one.callee.property.start)) {
      patched.add(one.callee.property.start);
      const receiver = receiverOf(other, one.callee.object);
      return receiver ? compare(one.callee.object, receiver, `${path}.receiver`) : `${path}: the new locator is not made of locators with literals alone`;
    }
    const kept = (node) => Object.keys(node).filter((k) => !POSITIONS.has(k)).sort();
    const keys = kept(one);
    if (keys.join() !== kept(other).join()) return path;
    for (const key of keys) {
      const inner = compare(one[key], other[key], `${path}.${key}`);
      if (inner) return inner;
    }
    return undefined;
  }
}

const POSITIONS = new Set(['start', 'end', 'loc', 'range', 'leadingComments', 'trailingComments', 'innerComments', 'parenStart', 'trailingComma', 'errors']);

/** Walks down a chain of locators until what the old one was called on: as many calls as the old receiver had are left. */
function receiverOf(node, oldReceiver) {
  const depth = (chain) => { let n = 0; for (let at = chain; isCall(at); at = at.callee.object) n++; return n; };
  let at = node;
  for (let spare = depth(node) - depth(oldReceiver); spare > 0; spare--) {
    if (!MAKERS.has(at.callee.property.name) && !(at.callee.property.name === 'first' && at.arguments.length === 0)) return undefined;
    if (at.optional || !at.arguments.every((a) => literalOf(a) !== undefined)) return undefined;
    at = at.callee.object;
  }
  return at === node ? undefined : at;
}

const request = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));
let answer;
try {
  answer = request.operation === 'find' ? find(request) : { difference: difference(request) };
} catch (error) {
  answer = { error: String(error.message) };
}
process.stdout.write(`${JSON.stringify(answer)}\n`);
