export { startApp } from './app';
export { startDeveloping, type DevelopedApp } from './develop';
export { openByTitle, openDocument, openList } from './navigate';
export { openBrowser, type Browsing, type OpenOptions } from './open';
export { takePicture, takePictures } from './pictures';
export { editors, PASSWORD, signIn } from './sign-in';
