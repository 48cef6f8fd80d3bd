// Puts the script by which pages are read into the package: the one that testforge itself uses.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const browser = path.join(here, '../../src/TestForge.Engine/Browser');
const read = (name) => fs.readFileSync(path.join(browser, name), 'utf8');

const parts = ['page-forms.js', 'page-structure.js', 'page-addresses.js', 'Consent/page-consent.js'];
const facts = parts.reduce((text, part) => text.replace(`  /* ${part} */\n`, () => read(part)), read('page-facts.js'))
  .replace('/* consent-banners.json */', () => read('Consent/consent-banners.json').trim());
fs.writeFileSync(path.join(here, 'lib/page-facts.txt'), facts);
