# XGBoost's C library. Debian's own xgboost-config.cmake refers to a file that the package lacks.
find_path(XGBOOSTC_INCLUDE_DIR xgboost/c_api.h)
find_library(XGBOOSTC_LIBRARY xgboost)
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(XGBoostC DEFAULT_MSG XGBOOSTC_LIBRARY XGBOOSTC_INCLUDE_DIR)
if(XGBoostC_FOUND AND NOT TARGET XGBoost::C)
  add_library(XGBoost::C UNKNOWN IMPORTED)
  set_target_properties(XGBoost::C PROPERTIES IMPORTED_LOCATION ${XGBOOSTC_LIBRARY}
                        INTERFACE_INCLUDE_DIRECTORIES ${XGBOOSTC_INCLUDE_DIR})
endif()
