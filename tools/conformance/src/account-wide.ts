/** Two stacks of one account would fight over such a setting. */
export const ACCOUNT_WIDE = "one setting of the whole account or region, which an account's baseline makes and not a stack";
