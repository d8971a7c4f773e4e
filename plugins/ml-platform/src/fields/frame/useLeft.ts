import { useState } from 'react';

/**
 * Whether the person has left the input once. Until then a half-typed value is
 * not called wrong.
 */
export function useLeft(startsLeft: boolean): {
  left: boolean;
  onBlur: () => void;
} {
  const [left, setLeft] = useState(startsLeft);
  return { left, onBlur: () => setLeft(true) };
}
