import { products, vouchers } from './data.mjs';

const freeFrom = 10_000;
const fee = 590;

/** What is in the cart of a visit and what it costs, in cents. */
export function totals(visit) {
  const lines = [...visit.cart].map(([id, count]) => {
    const product = products.find((p) => p.id === id);
    return { product, count, cents: product.cents * count };
  });
  const goods = lines.reduce((sum, line) => sum + line.cents, 0);
  const discount = visit.voucher ? Math.round((goods * vouchers[visit.voucher]) / 100) : 0;
  const delivery = goods - discount >= freeFrom ? 0 : fee;
  return { lines, pieces: pieces(visit), goods, discount, delivery, total: goods - discount + delivery };
}

export const pieces = (visit) => [...visit.cart.values()].reduce((sum, count) => sum + count, 0);

/** Messages by field; empty when all is well. */
export function checkoutErrors(values) {
  const errors = {};
  if (values.name.trim().length < 2) errors.name = 'Please give your full name.';
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(values.email)) errors.email = 'Please give a valid e-mail address.';
  if (!values.street.trim()) errors.street = 'Please give street and number.';
  if (!/^\d{4,5}$/.test(values.postcode)) errors.postcode = 'The postcode has four or five digits.';
  if (!values.city.trim()) errors.city = 'Please give a city.';
  if (values.terms !== 'yes') errors.terms = 'Please accept the terms of sale.';
  return errors;
}
