export const mapKinds = ['customer-journey', 'user-journey', 'life-experience', 'service-blueprint'] as const
export const mapStates = ['hypothesis', 'current', 'future'] as const
