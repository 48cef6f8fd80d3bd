// The application was changed: where things are found, or what it does.
import { app, button, cart, click, css, customer, fill, form, label, link, open, pay, placeholder, role, saved, says, sees, shell, shows, step, testId, text, titled } from './pages.mjs';

export const drift = {
  'test-id-renamed': { page: cart(), fault: cart().replace('data-testid="pay"', 'data-testid="checkout-pay"'), steps: pay },
  'button-renamed': { page: cart(), fault: cart().replace('Pay now', 'Pay order'), steps: [open(), click(button('Pay now'))] },
  'link-renamed': { page: shell('Start', '<h1>Start</h1>'), fault: shell('Start', '<h1>Start</h1>').replace('>Orders<', '>My orders<'), steps: [open(), click(link('Orders'))] },
  'label-renamed': { page: { page: form(''), saved }, fault: { page: form('').replace('E-mail', 'E-mail address') }, steps: customer },
  'id-renamed': { page: cart(), fault: cart().replace('id="state"', 'id="order-state"').replace("getElementById('state')", "getElementById('order-state')"), steps: pay },
  'placeholder-renamed': { page: shell('Search', '<input placeholder="Search tools">'), fault: shell('Search', '<input placeholder="Find tools">'), steps: [open(), fill(placeholder('Search tools'), 'saw')] },
  'button-becomes-link': { page: cart(), fault: cart().replace('<button data-testid="pay"', '<a href="#paid"').replace('Pay now</button>', 'Pay now</a>'), steps: [open(), click(button('Pay now'))] },
  'two-of-them': { page: cart(), fault: cart('<button data-testid="pay">Pay now</button>'), steps: pay },
  'moved-and-renamed': { page: cart(), fault: cart().replace(/<button.*<\/button>/, '').replace('<footer>', '<footer><button data-testid="pay-button">Pay now</button>'), steps: pay },
  'feature-removed': { page: cart(), fault: cart().replace(/<button.*?<\/button>/, ''), steps: pay },
  'heading-reworded': { page: cart(), fault: cart().replace('Your cart', 'Shopping cart'), steps: [open(), shows(role('heading', 'Your cart'))] },
  'script-rewrites-it': { page: app('document.getElementById("list").innerHTML = "<li><button>Open order 72</button></li>"'), fault: app('document.getElementById("list").innerHTML = "<li><button>Show order 72</button></li>"'), steps: [open(), click(button('Open order 72'))] },
  'renamed-beside-an-old-error': { page: cart('<script src="gone.js"></script>'), fault: cart('<script src="gone.js"></script>').replace('data-testid="pay"', 'data-testid="pay-2"'), steps: pay },
  'renamed-on-a-page-of-errors': { page: shell('Help', '<h1>Errors and what they mean</h1><p>500 means that the server failed.</p><button>Ask us</button>'), fault: shell('Help', '<h1>Errors and what they mean</h1><p>500 means that the server failed.</p><button>Ask</button>'), steps: [open(), click(button('Ask us'))] },
  'renamed-in-a-small-window': { small: true, page: cart(), fault: cart().replace('data-testid="pay"', 'data-testid="pay-3"'), steps: pay },
  'renamed-beside-a-sign-in': { page: shell('Start', '<label>Password <input type="password"></label><button>Go on</button>'), fault: shell('Start', '<label>Password <input type="password"></label><button>Continue</button>'), steps: [open(), click(button('Go on'))] },
};

export const assertion = {
  'other-total': { page: cart(), fault: cart('', '45.00'), steps: [open(), says(testId('total'), 'Total 42.50')] },
  'other-title': { page: cart(), fault: cart().replace('<title>Cart', '<title>Basket'), steps: [open(), titled('Cart')] },
  'dead-button': { page: cart(), fault: cart().replace(/onclick="[^"]*"/, ''), steps: pay },
  'link-leads-elsewhere': { page: { page: shell('Start', '<a href="next">Continue</a>'), next: shell('Next', '<h1>Next</h1>') }, fault: { page: shell('Start', '<a href="help">Continue</a>'), help: shell('Help', '<h1>Help</h1>') }, steps: [open(), click(link('Continue')), titled('Next')] },
  'page-is-gone': { page: cart(), fault: (a) => a.writeHead(404, { 'content-type': 'text/html' }).end('<h1>Not found</h1>'), steps: pay },
  'page-is-gone-softly': { page: cart(), fault: shell('Page not found', '<h1>Page not found</h1>'), steps: pay },
  'not-sorted': { page: cart(), fault: cart().replace('<li>Hammer 12.50</li><li>Saw 30.00</li>', '<li>Saw 30.00</li><li>Hammer 12.50</li>'), steps: [open(), step('expect-sorted', { locator: css('main li'), descending: false })] },
  'error-in-console': { page: cart(), fault: cart('<script>undefinedFunction()</script>'), steps: [open(), step('expect-console-clean', { known: [] })] },
  'hidden-for-good': { page: cart(), fault: cart().replace('<button data', '<button style="display: none" data'), steps: pay },
  'hidden-for-good-by-role': { page: cart(), fault: cart().replace('<button data', '<button hidden data'), steps: [open(), click(button('Pay now'))] },
  'code-breaks-off': { page: '<!doctype html><title>Orders</title><div id="root"></div><script>document.getElementById("root").innerHTML = "<button>Open order 72</button>"</script>', fault: '<!doctype html><title>Orders</title><div id="root"></div><script>document.getElementById("root").innerHTML = orders.map((o) => o.name)</script>', steps: [open(), click(button('Open order 72'))] },
  'asset-is-gone': { page: { page: shell('Cart', '<h1>Cart</h1><script src="a.js"></script>'), 'a.js': (a) => a.end('') }, fault: { 'a.js': (a) => a.writeHead(404).end() }, steps: [open(), step('expect-requests-succeed', { known: [] })] },
  'accepts-bad-value': { page: form(''), fault: form('').replace('type="email" ', ''), steps: [open(), fill(label('E-mail'), 'nonsense'), step('expect-invalid', { locator: label('E-mail') })] },
  'field-of-another-kind': { page: form('<p><label for="c">Country</label> <input id="c" name="c"></p>'), fault: form('<p><label for="c">Country</label> <select id="c" name="c"><option>Norway</option></select></p>'), steps: [open(), fill(label('Country'), 'Norway')] },
  'registered-question': { page: { page: form('', '<p>Already registered? <a href="in">Sign in</a></p>'), saved }, fault: { saved: shell('Saved', '<h1>Customer noted</h1><p>Already registered? <a href="in">Sign in</a></p>') }, steps: customer },
  'other-total-small-window': { small: true, page: cart(), fault: cart('', '45.00'), steps: [open(), says(testId('total'), 'Total 42.50')] },
};
