import type { Core } from '@strapi/strapi';

const config = ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Server => ({
  host: env('HOST', '127.0.0.1'),
  port: env.int('PORT', 1337),
  app: { keys: env.array('APP_KEYS')! },
  cron: { enabled: env.bool('CRON_ENABLED', true) },
  // The demo says itself where it is; and nobody updates a playground.
  logger: { startup: { enabled: env.bool('STARTUP_LOG', true) }, updates: { enabled: false } },
  // Each test has its own folder of uploads, so that the tests leave this one alone.
  dirs: { public: env('PUBLIC_DIR', './public') },
});

export default config;
