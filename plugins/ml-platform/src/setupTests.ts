import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// The wizard scrolls to the top of each page; jsdom only complains.
window.scrollTo = () => {};

// Typing through a whole wizard takes a while on a small machine, and each step of it
// longer than the second that is given by default.
jest.setTimeout(60_000);
configure({ asyncUtilTimeout: 20_000 });
