import { cleanupOutdatedCaches, precacheAndRoute, type PrecacheEntry } from 'workbox-precaching';

/** Every file of the page, put in by the build. */
declare const precachedFiles: PrecacheEntry[];

// The whole page is kept in the browser when it is first opened, so that it opens without a network from then on. A new
// version takes over when no tab shows the old one any more, so that an open page never misses a file.
precacheAndRoute(precachedFiles);
cleanupOutdatedCaches();
