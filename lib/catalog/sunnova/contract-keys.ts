/** Keys that only the webhook of a signed contract has; otherwise it looks like a lead's change of status. */
export const contractKeys = ['Lead_Quote_Id', 'System_Project_Id', 'Sunnova_Id', 'Is_Converted'] as const;
