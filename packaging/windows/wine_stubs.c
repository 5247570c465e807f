/* What Windows has and wine 8 lacks, so that an installed copy can be tested there; never ships.
 *
 * Qt asks ICU for rare encodings only, which are then not to be had; ProcessPrng is for random
 * numbers.
 */
#define EXPORT __declspec(dllexport)

#ifdef ICU
#define ABSENT(name) EXPORT void *name(void) { return 0; }
ABSENT(UCNV_FROM_U_CALLBACK_SUBSTITUTE) ABSENT(UCNV_TO_U_CALLBACK_SUBSTITUTE)
ABSENT(ucnv_cbFromUWriteUChars) ABSENT(ucnv_cbToUWriteUChars) ABSENT(ucnv_close)
ABSENT(ucnv_countAvailable) ABSENT(ucnv_fromUCountPending) ABSENT(ucnv_fromUnicode)
ABSENT(ucnv_getAvailableName) ABSENT(ucnv_getFromUCallBack) ABSENT(ucnv_getMaxCharSize)
ABSENT(ucnv_getName) ABSENT(ucnv_getStandardName) ABSENT(ucnv_getToUCallBack) ABSENT(ucnv_open)
ABSENT(ucnv_reset) ABSENT(ucnv_setFromUCallBack) ABSENT(ucnv_setToUCallBack)
ABSENT(ucnv_toUCountPending) ABSENT(ucnv_toUnicode)
#else
#include <windows.h>
BOOLEAN NTAPI SystemFunction036(PVOID buffer, ULONG length);

EXPORT BOOL ProcessPrng(PBYTE buffer, SIZE_T length)
{
    return SystemFunction036(buffer, (ULONG)length);
}
#endif
