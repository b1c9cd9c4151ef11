/** "138****0000": enough to recognise a phone that one knows, too little to call it. */
export const maskedPhone = (phone: string): string => `${phone.slice(0, 3)}****${phone.slice(-4)}`;
