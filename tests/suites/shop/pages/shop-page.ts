import type { Locator, Page } from '@playwright/test';

/** The page with the products and the basket. */
export class ShopPage {
  readonly checkout: Locator;

  constructor(private readonly page: Page) {
    this.checkout = page.locator('.checkout'); // the only button of the basket
  }

  async open() {
    await this.page.goto('/');
  }

  async add(product: 'kettle' | 'mug') {
    await this.page.getByTestId(`add-${product}`).click();
  }

  async addKettle() {
    await this.page.getByTestId("add-kettle").click();
  }
}
