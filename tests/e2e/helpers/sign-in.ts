import type { Page } from 'playwright-core';

/** The people of the seed, see playground/seed/newsroom. */
export const editors = {
  amina: { email: 'amina@tideline.example', name: 'Amina Okafor' },
  jonas: { email: 'jonas@tideline.example', name: 'Jonas Lindqvist' },
  camille: { email: 'camille@tideline.example', name: 'Camille Roux' },
} as const;

export const PASSWORD = 'Tideline-2026';

/** Through the form, as everybody. */
export const signIn = async (
  page: Page,
  who: keyof typeof editors | { email: string; password: string } = 'amina'
) => {
  const { email, password } =
    typeof who === 'string' ? { email: editors[who].email, password: PASSWORD } : who;

  await page.goto('/admin/auth/login');
  await page.locator('input[name="email"]').fill(email);
  await page.locator('input[name="password"]').fill(password);
  await page.locator('button[type="submit"]').click();
  await page.waitForURL((address) => !address.pathname.includes('/auth/'));
};
