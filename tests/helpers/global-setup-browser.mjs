export { prepareBrowserRun as default } from './prepare-run.mjs';
