import '@testing-library/jest-dom';

// The wizard scrolls to the top of each page; jsdom only complains.
window.scrollTo = () => {};

// Typing through a whole wizard takes a while on a small machine.
jest.setTimeout(60_000);
