export { prepareRun as default } from './prepare-run.mjs';
