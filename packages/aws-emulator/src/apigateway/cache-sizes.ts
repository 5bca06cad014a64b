/** Cache cluster sizes in GB, as the model lists them. */
export const cacheSizes: string[] = ['0.5', '1.6', '6.1', '13.5', '28.4', '58.2', '118', '237']
