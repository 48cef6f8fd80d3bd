// How redesigns reword controls. Written without a look at what the product knows of words.
const REWORDED = {
  'sign in': ['Log in', 'Login', 'Sign in to your account'], 'log in': ['Sign in', 'Login'], login: ['Sign in', 'Log in'],
  'sign up': ['Register', 'Create account', 'Join now'], register: ['Sign up', 'Create an account'], 'create account': ['Sign up', 'Register'], 'register account': ['Sign up', 'Create account'],
  save: ['Save changes', 'Update', 'Apply', 'Store'], 'save changes': ['Save', 'Apply changes', 'Update'], apply: ['Apply changes', 'Use', 'OK'],
  search: ['Find', 'Search the site', 'Look up'], find: ['Search', 'Look up'],
  cart: ['Basket', 'Bag', 'Shopping cart'], basket: ['Cart', 'Bag'], 'add to cart': ['Add to basket', 'Add to bag', 'Add'], 'add to basket': ['Add to cart', 'Add to bag'],
  checkout: ['Go to checkout', 'Proceed to checkout'], 'go to checkout': ['Checkout', 'Proceed to checkout'],
  continue: ['Next', 'Proceed', 'Go on'], next: ['Continue', 'Next step', 'Forward'], previous: ['Back', 'Earlier'], back: ['Previous', 'Return', 'Go back'],
  cancel: ['Never mind', 'Close', 'Dismiss'], close: ['Dismiss', 'Hide', 'Done'], submit: ['Send', 'Confirm', 'OK'], send: ['Submit', 'Send message', 'Post'], 'send message': ['Send', 'Submit'],
  contact: ['Get in touch', 'Contact us'], about: ['About us', 'Who we are'], help: ['Support', 'FAQ', 'Help centre'], home: ['Start', 'Start page', 'Overview'],
  settings: ['Preferences', 'Options', 'Configuration'], profile: ['Account', 'My profile'], account: ['My account', 'Profile'],
  'first name': ['Given name', 'Forename'], 'last name': ['Surname', 'Family name'], surname: ['Last name', 'Family name'], name: ['Full name', 'Your name'],
  email: ['Email address', 'E-mail', 'Your email'], 'email address': ['Email', 'E-mail address'], phone: ['Telephone', 'Phone number', 'Mobile'], password: ['Passphrase', 'Your password'],
  'repeat password': ['Confirm password', 'Password again'], message: ['Your message', 'Comment'], comment: ['Your comment', 'Remark'], address: ['Street address', 'Street'],
  city: ['Town', 'City / town'], postcode: ['Postal code', 'ZIP code'], country: ['Country / region', 'Nation'],
  quantity: ['Amount', 'Qty', 'How many'], price: ['Cost', 'Rate'], filter: ['Refine', 'Narrow down'], sort: ['Order by', 'Sort order'], 'sort by': ['Order by', 'Sort'],
  category: ['Kind', 'Type', 'Group'], date: ['Day', 'When'], from: ['Start', 'Since'], to: ['Until', 'End'],
  add: ['New', 'Create', 'Add new'], new: ['Add', 'Create new'], create: ['Add', 'New', 'Make'], edit: ['Change', 'Modify', 'Edit details'],
  view: ['Show', 'See', 'Open'], show: ['View', 'Display'], open: ['View', 'Show'], details: ['More info', 'Information'], more: ['See more', 'Show more'], 'view details': ['Details', 'See details', 'More info'],
  subscribe: ['Get updates', 'Sign up for news'], download: ['Get the file', 'Save as file', 'Export'], upload: ['Attach', 'Choose a file'], orders: ['Purchases', 'Order history'],
  title: ['Heading', 'Subject'], description: ['Details', 'About'], subject: ['Topic', 'Title'], status: ['State', 'Progress'], priority: ['Urgency', 'Importance'],
  all: ['Everything', 'All items'], active: ['Open', 'In progress'], completed: ['Done', 'Finished'], products: ['Items', 'Catalogue', 'Goods'], shop: ['Store', 'Products'],
  reports: ['Statistics', 'Analytics'], notes: ['Memos', 'My notes'], team: ['People', 'Members'], dashboard: ['Overview', 'Home'], tables: ['Data tables', 'Grids'], charts: ['Graphs', 'Diagrams'],
  'remember me': ['Keep me signed in', 'Stay signed in'], 'forgot password?': ['Lost your password?', "Can't sign in?"], prices: ['Price list', 'Costs'], bookings: ['Reservations', 'My bookings'], book: ['Reserve', 'Book now'],
};
// Sites held back are reworded with other words than those that are looked at while the product is worked on.
let held = false;
const FILLERS = {
  tuning: { before: ['My', 'Your', 'View', 'All', 'Go to'], after: ['details', 'page', 'here', 'now'], field: { before: ['My', 'Your'], after: ['(optional)'] } },
  held: { before: ['Browse', 'Explore', 'Manage', 'Our', 'To the'], after: ['section', 'area', 'overview', 'today'], field: { before: ['Enter', 'The'], after: ['(required)', 'here'] } },
};

/** The words of a control as a redesign might write them, or null when they are data or nothing would be left of them. */
function reworded(text, field) {
  const plain = text.replace(/[*:…→»›]+$/, '').trim();
  if (plain.length < 2 || plain.length > 60 || !/\p{L}{2}/u.test(plain)) return null;
  const known = REWORDED[plain.toLowerCase()];
  if (known) return pick(known);
  const phrase = Object.keys(REWORDED).filter((p) => p.length > 3 && new RegExp(`(^|\\W)${p.replace(/[?]/g, '\\?')}(\\W|$)`, 'i').test(plain)).sort((a, b) => b.length - a.length)[0];
  if (phrase && random() < 0.5) return plain.replace(new RegExp(phrase.replace(/[?]/g, '\\?'), 'i'), pick(REWORDED[phrase]).toLowerCase());
  const words = plain.split(' ');
  const way = random();
  if (words.length > 2 && way < 0.35) return words.filter((_, i) => i !== 1).join(' ');
  const set = held ? FILLERS.held : FILLERS.tuning;
  const fillers = field ? set.field : set;
  const small = /^\p{Lu}\p{Ll}/u.test(plain) ? plain[0].toLowerCase() + plain.slice(1) : plain;
  return way < 0.7 ? `${pick(fillers.before)} ${small}` : `${plain} ${pick(fillers.after)}`;
}

const DESTRUCTIVE = ['Delete', 'Delete all', 'Remove', 'Log out', 'Unsubscribe', 'Cancel order'];
const OPPOSITES = { next: 'Previous', previous: 'Next', show: 'Hide', open: 'Close', accept: 'Decline', allow: 'Deny', approve: 'Reject', add: 'Remove', save: 'Discard', 'sign in': 'Sign out', yes: 'No', more: 'Less', expand: 'Collapse', subscribe: 'Unsubscribe', from: 'To', start: 'Stop', enable: 'Disable', import: 'Export', upload: 'Download' };
const UNRELATED = ['Help', 'Share', 'Print', 'What is new', 'Compare', 'Watch the video', 'Gift cards', 'Jobs', 'Press', 'Invite a friend'];
const UNRELATED_FIELDS = ['Voucher code', 'Date of birth', 'Company', 'VAT number', 'Reference', 'Nickname'];
const LOOK_ALIKES = () => (held ? [(t) => `${t} calendar`, (t) => `Print ${t.toLowerCase()}`, (t) => `${t} report`, (t) => `${t} for teams`] : [(t) => `${t} as template`, (t) => `${t} archive`, (t) => `Preview ${t.toLowerCase()}`, (t) => `${t} with Google`, (t) => `Compare ${t.toLowerCase()}`]);
const LOOK_ALIKE_FIELDS = () => (held ? [(t) => `Partner's ${t.toLowerCase()}`, (t) => `${t} (work)`, (t) => `Emergency ${t.toLowerCase()}`] : [(t) => `Alternative ${t.toLowerCase()}`, (t) => `${t} of the company`, (t) => `Old ${t.toLowerCase()}`]);
