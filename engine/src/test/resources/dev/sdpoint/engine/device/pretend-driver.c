/* Plays the NVIDIA driver for CudaDriverTest and BackEndTest: the functions of cuda.h that the program calls, with the signatures they have there. */
#include <stdio.h>
#include <stddef.h>

#ifndef VERSION
#define VERSION 11060
#endif
#ifndef INIT
#define INIT 0
#endif
#ifndef GPUS
#define GPUS 1
#endif
#ifndef MAJOR
#define MAJOR 8
#endif
#ifndef STEP
#define STEP 1
#endif

static int ready = 0;

int cuDriverGetVersion(int *version) { *version = VERSION; return 0; }
int cuInit(unsigned int flags) { ready = flags == 0; return INIT; }
int cuDeviceGetCount(int *count) { if (!ready) return 3; *count = GPUS; return 0; }
/* Handles are not ordinals, so that mixing them up is noticed. */
int cuDeviceGet(int *device, int ordinal) { if (!ready) return 3; *device = 70 + ordinal; return 0; }
int cuDeviceGetName(char *name, int length, int device) { snprintf(name, length, "Pretend GPU %d", device - 70); return 0; }
int cuDeviceTotalMem_v2(size_t *bytes, int device) { *bytes = (size_t) (device - 69) * 12884901888ULL; return 0; }
int cuDeviceGetAttribute(int *value, int attribute, int device) {
    if (device < 70) return 101;
    if (attribute == 75) *value = MAJOR + STEP * (device - 70);
    else if (attribute == 76) *value = 6 + (device - 70);
    else return 1;
    return 0;
}
