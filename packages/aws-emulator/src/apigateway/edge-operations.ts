import { createBasePathMapping } from './create-base-path-mapping.ts'
import { createDomainName } from './create-domain-name.ts'
import { createDomainNameAccessAssociation } from './create-domain-name-access-association.ts'
import { createVpcLink } from './create-vpc-link.ts'
import { deleteBasePathMapping } from './delete-base-path-mapping.ts'
import { deleteClientCertificate } from './delete-client-certificate.ts'
import { deleteDomainName } from './delete-domain-name.ts'
import { deleteDomainNameAccessAssociation } from './delete-domain-name-access-association.ts'
import { deleteVpcLink } from './delete-vpc-link.ts'
import { generateClientCertificate } from './generate-client-certificate.ts'
import { getBasePathMapping } from './get-base-path-mapping.ts'
import { getBasePathMappings } from './get-base-path-mappings.ts'
import { getClientCertificate } from './get-client-certificate.ts'
import { getClientCertificates } from './get-client-certificates.ts'
import { getDomainName } from './get-domain-name.ts'
import { getDomainNameAccessAssociations } from './get-domain-name-access-associations.ts'
import { getDomainNames } from './get-domain-names.ts'
import { getVpcLink } from './get-vpc-link.ts'
import { getVpcLinks } from './get-vpc-links.ts'
import { rejectDomainNameAccessAssociation } from './reject-domain-name-access-association.ts'
import { updateBasePathMapping } from './update-base-path-mapping.ts'
import { updateClientCertificate } from './update-client-certificate.ts'
import { updateDomainName } from './update-domain-name.ts'
import { updateVpcLink } from './update-vpc-link.ts'

/** Custom names, links into VPCs and client certificates: what stands in front of APIs or behind them. */
export const edgeOperations = {
  CreateBasePathMapping: createBasePathMapping,
  CreateDomainName: createDomainName,
  CreateDomainNameAccessAssociation: createDomainNameAccessAssociation,
  CreateVpcLink: createVpcLink,
  DeleteBasePathMapping: deleteBasePathMapping,
  DeleteClientCertificate: deleteClientCertificate,
  DeleteDomainName: deleteDomainName,
  DeleteDomainNameAccessAssociation: deleteDomainNameAccessAssociation,
  DeleteVpcLink: deleteVpcLink,
  GenerateClientCertificate: generateClientCertificate,
  GetBasePathMapping: getBasePathMapping,
  GetBasePathMappings: getBasePathMappings,
  GetClientCertificate: getClientCertificate,
  GetClientCertificates: getClientCertificates,
  GetDomainName: getDomainName,
  GetDomainNameAccessAssociations: getDomainNameAccessAssociations,
  GetDomainNames: getDomainNames,
  GetVpcLink: getVpcLink,
  GetVpcLinks: getVpcLinks,
  RejectDomainNameAccessAssociation: rejectDomainNameAccessAssociation,
  UpdateBasePathMapping: updateBasePathMapping,
  UpdateClientCertificate: updateClientCertificate,
  UpdateDomainName: updateDomainName,
  UpdateVpcLink: updateVpcLink,
}
