import { expect, test } from '@playwright/test';

test('the newsletter is subscribed', async ({ page }) => {
  await page.goto('/account');
  await page.locator('#newsletter-email').fill('ann@shop.example');
  await page.getByRole('button', { name: 'Subscribe' }).click();
  await expect(page.getByText('Subscribed ann@shop.example')).toBeVisible();
});

test('a name is saved', async ({ page }) => {
  await page.goto('/account');
  await page.locator('#first').fill('Ann');
  await page.getByLabel('Surname').fill('Lee');
  await page
    .getByRole('button', { name: 'Save', exact: true })
    .click();
  await expect(page.getByRole('status')).toHaveText('Saved Ann Lee');
});

test('stock is refreshed', async ({ page }) => {
  await page.goto('/stock');
  await page.locator('#refresh').click();
});

test.skip('a name is forgotten', async ({ page }) => {
  await page.goto('/account');
});
