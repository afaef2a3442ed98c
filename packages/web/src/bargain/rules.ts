/** The rules of bargaining, in the order in which they are shown. */
export const RULES = ['nash', 'kalaiSmorodinsky', 'egalitarian', 'leximin', 'equalLoss', 'utilitarian', 'fallback'] as const;
