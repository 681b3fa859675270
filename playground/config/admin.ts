import type { Core } from '@strapi/strapi';

interface PreviewParams {
  documentId?: string;
  locale?: string | null;
  /** the plugin's: shows what the editor has not saved */
  previewToken?: string | null;
}

/** A front end's address of an entry, where there is one: SITE_URL. */
const previewOf = (site: string | undefined): Core.Config.Admin['preview'] => {
  if (!site) return undefined;
  const handler = async (uid: string, { documentId, locale, previewToken }: PreviewParams) => {
    const url = new URL(`/${uid.split('.')[1]}/${documentId}`, site);
    if (locale) url.searchParams.set('locale', locale);
    if (previewToken) url.searchParams.set('previewToken', previewToken);
    return url.href;
  };
  return { enabled: true, config: { allowedOrigins: [site], handler } };
};

const config = ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Admin => ({
  auth: { secret: env('ADMIN_JWT_SECRET')! },
  apiToken: { salt: env('API_TOKEN_SALT')! },
  transfer: { token: { salt: env('TRANSFER_TOKEN_SALT')! } },
  secrets: { encryptionKey: env('ENCRYPTION_KEY')! },
  // The demo prints its address; a browser that opens by itself is a surprise on a server.
  autoOpen: false,
  preview: previewOf(env('SITE_URL')),
  flags: { nps: false, promoteEE: false, docLinks: true },
});

export default config;
