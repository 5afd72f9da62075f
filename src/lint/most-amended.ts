/** So many pages may have changed before the findings of rules over all pages are made anew. */
export const mostAmended = 8;
