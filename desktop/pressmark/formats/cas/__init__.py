"""UIMA's CAS, as XMI and as JSON: INCEpTION, WebAnno and DKPro keep their work so."""
