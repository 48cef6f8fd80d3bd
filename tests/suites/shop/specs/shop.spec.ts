import { expect, test } from '@playwright/test';
import { ShopPage } from '../pages/shop-page';

test.describe('basket', () => {
  test('a kettle can be put into it', async ({ page }) => {
    const shop = new ShopPage(page);
    await shop.open();
    await shop.addKettle();
    await expect(page.getByRole('heading', { name: 'Products' })).toBeVisible();
  });

  test('the total counts', async ({ page }) => {
    await page.goto('/');
    await page.getByRole('button', { name: 'Add Mug' }).click();
    await expect(page.locator('#total')).toHaveText('8');
  });

  test('an order is confirmed', async ({ page }) => {
    const shop = new ShopPage(page);
    await shop.open();
    await shop.checkout.click();
    await expect(page.locator('#confirmation')).toBeVisible();
  });

  test('checkout is offered', async ({ page }) => {
    const shop = new ShopPage(page);
    await shop.open();
    await shop.checkout.hover();
  });

  test('gifts are wrapped', async ({ page }) => {
    await page.goto('/');
    await page.locator('#gift-wrap').check();
  });

  test('products come by name', async ({ page }) => {
    const shop = new ShopPage(page);
    await shop.open();
    await shop.add('mug');
  });
});
